package uz.yagona.signing.render;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import uz.yagona.signing.portal.DecisionDocument;

/** Decisions in each language, with real sentences. */
public final class TestDocuments {
  private record Words(
      String kind,
      String topic,
      String region,
      String district,
      String applicant,
      String body,
      String official,
      String position,
      String service,
      String facts,
      String norm,
      String decision,
      String cure,
      String appeal,
      String address) {}

  private static final Map<String, Words> WORDS =
      Map.of(
          "uz-Latn",
          new Words(
              "Ariza",
              "Yer munosabatlari va kadastr",
              "Toshkent shahri",
              "Mirzo Ulugʻbek tumani",
              "Oʻktamov Gʻayrat Shuhrat oʻgʻli",
              "Kadastr agentligi",
              "Yoʻldosheva Nilufar Qahramon qizi",
              "yetakchi mutaxassis",
              "Obyekt buzilishga tushish-tushmasligi haqida maʼlumotnoma",
              "Sizning 2026-yil 20-noyabrdagi murojaatingiz koʻrib chiqildi. Oʻrganish natijasida yer uchastkasining chegaralari davlat kadastri maʼlumotlariga mos kelishi, qoʻshni uchastka bilan kesishuv mavjud emasligi aniqlandi.\nJoyida oʻtkazilgan oʻlchov ishlari bayonnomasi ishga ilova qilingan.",
              "Oʻzbekiston Respublikasining “Jismoniy va yuridik shaxslarning murojaatlari toʻgʻrisida”gi Qonuni (OʻRQ-445, 11.09.2017), 18–20-moddalar.",
              "Murojaat qanoatlantirilsin. Yer uchastkasining chegaralari toʻgʻrisidagi yozuvga aniqlik kiritilsin va yangi koʻchirma berilsin.",
              "Arizaga mulk huquqini tasdiqlovchi hujjatning nusxasini ilova qiling va uni qayta yuboring. Hujjat qabul qilingan kundan boshlab muddat yangidan hisoblanadi.",
              "Ushbu qaror ustidan u topshirilgan kundan boshlab yuqori turuvchi organga yoki maʼmuriy sudga shikoyat qilishingiz mumkin.",
              "Toshkent shahri, Mirzo Ulugʻbek tumani, Qorasuv koʻchasi, 12-uy"),
          "uz-Cyrl",
          new Words(
              "Ариза",
              "Ер муносабатлари ва кадастр",
              "Тошкент шаҳри",
              "Мирзо Улуғбек тумани",
              "Ўктамов Ғайрат Шуҳрат ўғли",
              "Кадастр агентлиги",
              "Йўлдошева Нилуфар Қаҳрамон қизи",
              "етакчи мутахассис",
              "Объект бузилишга тушиш-тушмаслиги ҳақида маълумотнома",
              "Сизнинг 2026 йил 20 ноябрдаги мурожаатингиз кўриб чиқилди. Ўрганиш натижасида ер участкасининг чегаралари давлат кадастри маълумотларига мос келиши, қўшни участка билан кесишув мавжуд эмаслиги аниқланди.\nЖойида ўтказилган ўлчов ишлари баённомаси ишга илова қилинган.",
              "Ўзбекистон Республикасининг “Жисмоний ва юридик шахсларнинг мурожаатлари тўғрисида”ги Қонуни (ЎРҚ-445, 11.09.2017), 18–20-моддалар.",
              "Мурожаат қаноатлантирилсин. Ер участкасининг чегаралари тўғрисидаги ёзувга аниқлик киритилсин ва янги кўчирма берилсин.",
              "Аризага мулк ҳуқуқини тасдиқловчи ҳужжатнинг нусхасини илова қилинг ва уни қайта юборинг. Ҳужжат қабул қилинган кундан бошлаб муддат янгидан ҳисобланади.",
              "Ушбу қарор устидан у топширилган кундан бошлаб юқори турувчи органга ёки маъмурий судга шикоят қилишингиз мумкин.",
              "Тошкент шаҳри, Мирзо Улуғбек тумани, Қорасув кўчаси, 12-уй"),
          "ru",
          new Words(
              "Заявление",
              "Земельные отношения и кадастр",
              "Город Ташкент",
              "Мирзо-Улугбекский район",
              "Уктамов Гайрат Шухратович",
              "Агентство по кадастру",
              "Юлдашева Нилуфар Кахрамоновна",
              "ведущий специалист",
              "Справка о попадании объекта под снос",
              "Ваше обращение от 20 ноября 2026 г. рассмотрено. Установлено, что границы земельного участка соответствуют данным государственного кадастра, пересечений с соседним участком нет.\nПротокол измерений на месте приобщён к делу.",
              "Закон Республики Узбекистан «Об обращениях физических и юридических лиц» (ЗРУ-445, 11.09.2017), статьи 18–20.",
              "Удовлетворить обращение. Уточнить запись о границах земельного участка и выдать новую выписку.",
              "Приложите к заявлению копию документа, подтверждающего право собственности, и отправьте его снова. Срок исчисляется заново со дня получения документа.",
              "Решение можно обжаловать в вышестоящий орган или в административный суд со дня его вручения.",
              "город Ташкент, Мирзо-Улугбекский район, улица Карасу, дом 12"),
          "en",
          new Words(
              "Statement",
              "Land and cadastre",
              "Tashkent city",
              "Mirzo Ulugbek district",
              "Gʻayrat Oʻktamov",
              "Cadastre Agency",
              "Nilufar Yoʻldosheva",
              "leading specialist",
              "Certificate about a planned demolition",
              "Your appeal of 20 November 2026 has been examined. The boundaries of the plot agree with the state cadastre and do not cross those of the neighbouring plot.\nThe record of the measurement on site is in the file.",
              "Law of the Republic of Uzbekistan on appeals of natural and legal persons (ZRU-445, 11.09.2017), articles 18–20.",
              "The appeal is granted. The entry on the boundaries of the plot is to be corrected and a new extract issued.",
              "Attach a copy of the document that proves ownership and send the statement again. The period starts anew on the day the document arrives.",
              "You may appeal against this decision to the higher body or to the administrative court from the day it was handed over.",
              "Tashkent city, Mirzo Ulugbek district, Qorasuv street 12"));

  private TestDocuments() {}

  static Registration registration() {
    return new Registration(
        UUID.fromString("3f1d1c36-5c0e-4d0e-9a55-0f6b6f4f2a10"),
        "UZ-DOC-2026-000123",
        Instant.parse("2026-11-25T20:30:00Z"),
        URI.create("https://yagona.example.uz"),
        SignaturePlace.HEAD);
  }

  /** An appeal that is granted; one page. */
  public static DecisionDocument appeal(String language) {
    var words = words(language);
    return document(language, "APPEAL", "APPROVE", words, words.facts(), null, words.decision());
  }

  /** A certificate. */
  public static DecisionDocument certificate(String language) {
    var words = words(language);
    var decision = words.decision();
    return document(language, "SERVICE", "APPROVE", words, words.facts(), null, decision);
  }

  /** A refusal of two pages with a word longer than the line. */
  static DecisionDocument longRefusal(String language) {
    var words = words(language);
    var longWord = "https://lex.uz/" + "maʼmuriyʼhujjatlarʼ".repeat(12);
    var facts = (words.facts() + "\n").repeat(7) + longWord;
    return document(
        language, "APPEAL", "REFUSE", words, facts, words.cure(), words.decision().repeat(2));
  }

  private static Words words(String language) {
    var words = WORDS.get(language);
    if (words == null) {
      throw new IllegalArgumentException(language);
    }
    return words;
  }

  private static DecisionDocument document(
      String language,
      String caseType,
      String outcome,
      Words words,
      String facts,
      String cure,
      String decision) {
    var service = caseType.equals("SERVICE");
    return new DecisionDocument(
        "7f0f5a55-9f2c-4a58-8b6e-0a36c1f9d001",
        service ? "UZ-DMC-2026-000007" : "UZ-MRJ-2026-000042",
        OffsetDateTime.parse("2026-11-20T09:15:00+05:00"),
        LocalDate.parse("2026-12-10"),
        language,
        service ? "demolition-certificate" : "murojaat",
        service ? words.service() : words.kind(),
        caseType,
        service ? "DEMOLITION_CERTIFICATE" : "ARIZA",
        service ? words.service() : words.kind(),
        words.topic(),
        words.region(),
        words.district(),
        new DecisionDocument.Applicant("PERSON", words.applicant()),
        new DecisionDocument.Body("CADASTRE", words.body()),
        new DecisionDocument.Official("nilufar", words.official(), words.position()),
        outcome,
        facts,
        words.norm(),
        decision,
        cure,
        words.appeal(),
        service
            ? new DecisionDocument.Certificate(
                "10:09:03:01:02:0455",
                words.address(),
                false,
                "PKM-911, 16.11.2019",
                OffsetDateTime.parse("2026-11-21T10:00:00+05:00"))
            : null);
  }
}
