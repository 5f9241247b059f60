package uz.yagona.portal.user;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import uz.yagona.forms.LocalText;

/** Who the people of the demonstration are. None of them exists. */
final class DemoPeople {
  /** An official of the demonstration. */
  record Person(String userName, LocalText name, String group, String body) {}

  static final Map<String, Map<String, String>> CITIZENS =
      Map.of(
          "aziza",
          Map.of(
              "kind", "PERSON",
              "pinfl", "41506921720018",
              "name", "Karimova Aziza Rustamovna",
              "phone", "+998901234567",
              "email", "aziza@example.uz",
              "region", "1726",
              "district", "1726269",
              "address", "Bunyodkor koʻchasi, 12-uy, 34-xonadon"),
          "bobur",
          Map.of(
              "kind", "PERSON",
              "pinfl", "30311851760023",
              "name", "Rahimov Bobur Shavkatovich",
              "phone", "+998935550011",
              "region", "1718",
              "district", "1718401",
              "address", "Registon koʻchasi, 5-uy"),
          "savdo",
          Map.of(
              "kind", "BUSINESS",
              "pinfl", "32704791740035",
              "stir", "305123456",
              "name", "“Savdo Nur” MChJ",
              "phone", "+998712001020",
              "email", "info@example.uz",
              "region", "1703",
              "district", "1703401",
              "address", "Bobur shoh koʻchasi, 40-uy"));

  static final List<Person> STAFF =
      List.of(
          reviewer("cadastre1", "CADASTRE", "Tursunov Jasur", "Турсунов Жасур", "Турсунов Жасур"),
          reviewer(
              "cadastre2",
              "CADASTRE",
              "Yoʻldosheva Nilufar",
              "Йўлдошева Нилуфар",
              "Юлдашева Нилуфар"),
          head(
              "cadastre-head",
              "CADASTRE",
              "Xolmatov Sherzod",
              "Холматов Шерзод",
              "Холматов Шерзод"),
          reviewer(
              "social1", "SOCIAL", "Ergasheva Gulnora", "Эргашева Гулнора", "Эргашева Гульнора"),
          head("social-head", "SOCIAL", "Qodirov Anvar", "Қодиров Анвар", "Кадыров Анвар"),
          reviewer("appeals1", "APPEALS", "Nazarov Otabek", "Назаров Отабек", "Назаров Отабек"),
          head(
              "appeals-head",
              "APPEALS",
              "Ismoilova Dilfuza",
              "Исмоилова Дилфуза",
              "Исмаилова Дильфуза"),
          reviewer("compliance1", "COMPLIANCE", "Saidov Farrux", "Саидов Фаррух", "Саидов Фаррух"),
          head(
              "compliance-head",
              "COMPLIANCE",
              "Mirzayev Ulugʻbek",
              "Мирзаев Улуғбек",
              "Мирзаев Улугбек"),
          reviewer(
              "legal1", "LEGAL", "Abdullayeva Madina", "Абдуллаева Мадина", "Абдуллаева Мадина"),
          head("legal-head", "LEGAL", "Gʻaniyev Rustam", "Ғаниев Рустам", "Ганиев Рустам"),
          reviewer(
              "forward1", "FORWARD_CENTRE", "Toʻrayev Bekzod", "Тўраев Бекзод", "Тураев Бекзод"),
          head(
              "forward-head",
              "FORWARD_CENTRE",
              "Rasulova Kamola",
              "Расулова Камола",
              "Расулова Камола"));

  static final DemoUser OPERATOR =
      insider(
          "operator",
          LocalText.of("Operator", "Оператор", "Оператор", "Operator"),
          LocalText.of(
              "Hodisalar, jarayonlar, soat", "Ҳодисалар, жараёнлар, соат",
              "Инциденты, процессы, часы", "Incidents, processes, clock"));
  static final DemoUser DESIGNER =
      insider(
          "designer",
          LocalText.of("Loyihachi", "Лойиҳачи", "Проектировщик", "Designer"),
          LocalText.of(
              "Jarayon va shakllar",
              "Жараён ва шакллар",
              "Процессы и формы",
              "Processes and forms"));
  static final DemoUser AUDITOR =
      insider(
          "auditor",
          LocalText.of("Auditor", "Аудитор", "Аудитор", "Auditor"),
          LocalText.of("Jurnal", "Журнал", "Журнал", "Journal"));

  static final List<DemoUser> DATA_OFFICERS = List.of(dataOfficer(1), dataOfficer(2));

  static final List<DemoUser> REGISTRARS = List.of(registrar(1), registrar(2));

  /** Made last: where this one exists, all do. */
  static final String LAST = "registrar2";

  static final List<DemoUser> ANNOUNCED =
      Stream.of(
              CITIZENS.entrySet().stream()
                  .sorted(Map.Entry.comparingByKey())
                  .map(entry -> citizen(entry.getKey(), new Profile(entry.getValue()))),
              STAFF.stream().map(DemoPeople::official),
              Stream.of(OPERATOR, DESIGNER, AUDITOR),
              DATA_OFFICERS.stream(),
              REGISTRARS.stream())
          .flatMap(people -> people)
          .toList();

  private DemoPeople() {}

  private static DemoUser dataOfficer(int number) {
    return insider(
        "data-officer" + number,
        LocalText.of(
            "Maʼlumotlar himoyachisi " + number,
            "Маълумотлар ҳимоячиси " + number,
            "Ответственный за данные " + number,
            "Data officer " + number),
        LocalText.of(
            "Maʼlumotlarni yoʻq qilish",
            "Маълумотларни йўқ қилиш",
            "Уничтожение данных",
            "Erasure of personal data"));
  }

  private static DemoUser registrar(int number) {
    return insider(
        "registrar" + number,
        LocalText.of(
            "Roʻyxatga oluvchi " + number,
            "Рўйхатга олувчи " + number,
            "Регистратор " + number,
            "Registrar " + number),
        LocalText.of(
            "Sertifikatlar, ikki kishi tasdigʻi",
            "Сертификатлар, икки киши тасдиғи",
            "Сертификаты, подтверждение вдвоём",
            "Certificates, approved by two"));
  }

  private static DemoUser insider(String userName, LocalText name, LocalText purpose) {
    return new DemoUser(userName, DemoUsers.PASSWORD, name, purpose);
  }

  private static DemoUser citizen(String userName, Profile profile) {
    var purpose =
        userName.equals("savdo")
            ? LocalText.of(
                "Tadbirkor: murojaat yuboradi", "Тадбиркор: мурожаат юборади",
                "Предприятие: подаёт обращения", "Business: files requests")
            : LocalText.of(
                "Fuqaro: murojaat yuboradi", "Фуқаро: мурожаат юборади",
                "Гражданин: подаёт обращения", "Citizen: files requests");
    return insider(userName, LocalText.same(profile.name()), purpose);
  }

  private static DemoUser official(Person person) {
    var group = person.group();
    var purpose =
        group.endsWith("-heads")
            ? LocalText.of(
                "Rahbar, imzolaydi: " + group, "Раҳбар, имзолайди: " + group,
                "Руководитель, подписывает: " + group, "Head, signs: " + group)
            : LocalText.of(
                "Ijrochi, koʻrib chiqadi: " + group, "Ижрочи, кўриб чиқади: " + group,
                "Исполнитель, рассматривает: " + group, "Official, reviews: " + group);
    return insider(person.userName(), person.name(), purpose);
  }

  private static Person reviewer(
      String userName, String body, String latn, String cyrl, String ru) {
    return new Person(userName, name(latn, cyrl, ru), group(body) + "-reviewers", body);
  }

  private static Person head(String userName, String body, String latn, String cyrl, String ru) {
    return new Person(userName, name(latn, cyrl, ru), group(body) + "-heads", body);
  }

  private static LocalText name(String latn, String cyrl, String ru) {
    return LocalText.of(latn, cyrl, ru, latn.replace("ʻ", "'"));
  }

  private static String group(String body) {
    return body.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
