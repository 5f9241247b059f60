package uz.yagona.samples.citizenrequest;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import uz.yagona.samples.Browser;

/** What people write in the three requests. Field names are those of the forms. */
final class Texts {
  private static final String ONE_PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

  private Texts() {}

  static Browser.Upload photo() {
    return new Browser.Upload("yoʻl.png", "image/png", Base64.getDecoder().decode(ONE_PIXEL));
  }

  static Map<String, String> roadAppeal() {
    return Map.of(
        "subType", "ARIZA",
        "topic", "ROADS",
        "text",
            "Bunyodkor koʻchasining 12-uy oldidagi qismida asfalt oʻpirilgan, yomgʻirdan keyin"
                + " piyodalar oʻta olmaydi. Yoʻlni taʼmirlab berishingizni soʻrayman.",
        "answerChannel", "PORTAL");
  }

  static Map<String, String> roadApproval() {
    return Map.of(
        "facts",
            "Joyiga chiqib oʻrganildi: koʻchaning 40 metrlik qismida asfalt qoplamasi buzilgan.",
        "norm", "ZRU-445, 2017-yil 11-sentabr",
        "decision",
            "Arizangiz qanoatlantirildi. Yoʻlning koʻrsatilgan qismi 2026-yil 20-dekabrgacha"
                + " taʼmirlanadi.");
  }

  static Map<String, String> unknownObject() {
    return Map.of(
        "searchBy", "CADASTRE",
        "cadastreNo", "18:14:01:02:03:0129",
        "ownerBasis", "OWNER",
        "purpose", "SALE");
  }

  static Map<String, String> unknownObjectRefusal() {
    return Map.of(
        "facts",
            "В реестре сноса и в кадастре объект с указанным номером не найден; проверено вручную.",
        "norm", "Паспорт услуги «Справка о зоне сноса»",
        "decision",
            "В выдаче справки отказано: объект с таким кадастровым номером не зарегистрирован.",
        "cure",
            "Уточните кадастровый номер в выписке на объект и подайте заявление заново; повторная"
                + " подача бесплатна.");
  }

  static Map<String, String> complaint() {
    return Map.of(
        "subType", "SHIKOYAT",
        "topic", "LAND",
        "complainedBody", "CADASTRE",
        "text",
            "Кадастр бўлими ер участкам чегарасини асоссиз ўзгартирган. Чегарани қайта"
                + " кўриб чиқишни талаб қиламан.",
        "answerChannel", "PORTAL");
  }

  static Map<String, ?> question() {
    return Map.of(
        "askedFields",
        List.of("phone", "text"),
        "askMessage",
        "Илтимос, ер участкасининг кадастр рақамини матнга қўшинг ва телефон рақамини текширинг.");
  }

  static Map<String, String> answer() {
    return Map.of(
        "phone",
        "+998 90 123 45 68",
        "text",
        "Кадастр бўлими 10:05:03:02:01:0123 рақамли ер участкам чегарасини асоссиз ўзгартирган."
            + " Чегарани қайта кўриб чиқишни талаб қиламан.");
  }

  static Map<String, String> complaintApproval() {
    return Map.of(
        "facts", "Архив ҳужжатлари солиштирилди: чегара ўзгариши учун асос топилмади.",
        "norm", "ЎРҚ-445, 2017 йил 11 сентябрь",
        "decision",
            "Шикоятингиз қаноатлантирилди. Кадастр бўлимига аввалги чегарани тиклаш топширилди.");
  }
}
