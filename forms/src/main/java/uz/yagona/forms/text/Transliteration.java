package uz.yagona.forms.text;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Uzbek between its two alphabets: ICU's rules, and what they get wrong.
 *
 * <p>Good for interface texts and search keys. Names and signed texts keep the script they were
 * written in.
 */
public final class Transliteration {
  private static final Transliterator TO_CYRILLIC = Transliterator.getInstance("uz_Latn-uz_Cyrl");
  private static final Transliterator TO_LATIN = Transliterator.getInstance("uz_Cyrl-uz_Latn");

  /**
   * Placeholders, addresses, file formats and other names that are written in Latin letters in
   * every script.
   */
  private static final Pattern KEPT =
      Pattern.compile(
          "\\{[^{}]*}|https?://\\S+|\\S+@\\S+|\\b(?:PDF|JPG|PNG|DOCX|QR|SMS|ID|OneID|E-IMZO|PAdES|SOATO|BPMN|Yagona)\\b");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\u02BB\u02BC]+");
  private static final Pattern E_AFTER_CONSONANT =
      Pattern.compile("(?<=[бвгғджзйкқлмнпрстфхҳцчшъБВГҒДЖЗЙКҚЛМНПРСТФХҲЦЧШЪ])[эЭ]");

  private static final String CONSONANTS = "бвгғджзйкқлмнпрстфхҳцчшщБВГҒДЖЗЙКҚЛМНПРСТФХҲЦЧШЩ";
  private static final Pattern TS_AS_S =
      Pattern.compile("(?<![\\p{L}])[цЦ]|(?<=[" + CONSONANTS + "])[цЦ]");
  private static final Pattern SILENT_HARD_SIGN = Pattern.compile("[ъЪ](?=[ёюяЁЮЯ])");

  /** Stems whose Cyrillic spelling cannot be told from the Latin one. */
  private static final Map<String, String> STEMS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("obyekt", "объект"),
              Map.entry("subyekt", "субъект"),
              Map.entry("syezd", "съезд"),
              Map.entry("kompyuter", "компьютер"),
              Map.entry("iyun", "июн"),
              Map.entry("iyul", "июл"),
              Map.entry("sentabr", "сентябр"),
              Map.entry("oktabr", "октябр"),
              Map.entry("sirk", "цирк"),
              Map.entry("sement", "цемент"),
              Map.entry("sentner", "центнер"),
              Map.entry("konsert", "концерт")));

  /** Whole words that end in a soft sign, which Latin does not write. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("yanvar", "январь"),
          Map.entry("fevral", "февраль"),
          Map.entry("aprel", "апрель"),
          Map.entry("iyun", "июнь"),
          Map.entry("iyul", "июль"),
          Map.entry("sentabr", "сентябрь"),
          Map.entry("oktabr", "октябрь"),
          Map.entry("noyabr", "ноябрь"),
          Map.entry("dekabr", "декабрь"),
          Map.entry("parol", "пароль"),
          Map.entry("modul", "модуль"),
          Map.entry("model", "модель"),
          Map.entry("rol", "роль"));

  private Transliteration() {}

  /**
   * Writes Uzbek Latin in Cyrillic; {@code {placeholders}}, addresses and names of file formats
   * stay.
   */
  public static String toCyrillic(String latin) {
    String text = Apostrophes.normalize(latin);
    var cyrillic = new StringBuilder(text.length());
    var kept = KEPT.matcher(text);
    int from = 0;
    while (kept.find()) {
      cyrillic.append(wordsToCyrillic(text.substring(from, kept.start()))).append(kept.group());
      from = kept.end();
    }
    return cyrillic.append(wordsToCyrillic(text.substring(from))).toString();
  }

  /**
   * Writes Uzbek Cyrillic in Latin, with U+02BB and U+02BC. The soft sign has no Latin letter and
   * goes.
   */
  public static String toLatin(String cyrillic) {
    String text = cyrillic.replace("ъе", "йе").replace("ЪЕ", "ЙЕ");
    text = SILENT_HARD_SIGN.matcher(text).replaceAll("");
    text = TS_AS_S.matcher(text).replaceAll(found -> found.group().equals("ц") ? "с" : "С");
    return TO_LATIN.transliterate(text);
  }

  private static String wordsToCyrillic(String text) {
    return WORD.matcher(text).replaceAll(found -> wordToCyrillic(found.group()));
  }

  private static String wordToCyrillic(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String whole = WORDS.get(lower);
    if (whole != null) {
      return inCaseOf(word, whole);
    }
    for (var stem : STEMS.entrySet()) {
      if (lower.startsWith(stem.getKey())) {
        int length = stem.getKey().length();
        return inCaseOf(word.substring(0, length), stem.getValue())
            + byRules(word.substring(length));
      }
    }
    return byRules(word);
  }

  private static String byRules(String word) {
    String letters =
        word.replace("O\u02BB", "Ў")
            .replace("o\u02BB", "ў")
            .replace("G\u02BB", "Ғ")
            .replace("g\u02BB", "ғ")
            .replace("s\u02BCh", "сҳ");
    return E_AFTER_CONSONANT
        .matcher(TO_CYRILLIC.transliterate(letters))
        .replaceAll(found -> found.group().equals("э") ? "е" : "Е");
  }

  private static String inCaseOf(String model, String word) {
    if (model.length() > 1 && model.equals(model.toUpperCase(Locale.ROOT))) {
      return word.toUpperCase(Locale.ROOT);
    }
    return Character.isUpperCase(model.charAt(0))
        ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
        : word;
  }
}
