package uz.yagona.forms;

import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Days, numbers and sizes as people read them. */
public final class Formats {
  private static final DateTimeFormatter DOTTED =
      DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final long KILOBYTE = 1024;

  private Formats() {}

  /** {@code 25.11.2026}; in English {@code 25 November 2026}. */
  public static String day(LocalDate day, Language language) {
    return (language == Language.EN ? ENGLISH : DOTTED).format(day);
  }

  public static LocalText day(LocalDate day) {
    var texts = new EnumMap<Language, String>(Language.class);
    Language.all().forEach(language -> texts.put(language, day(day, language)));
    return new LocalText(texts);
  }

  /** {@code 24 536 563,5}; in English {@code 24,536,563.5}. Keeps the number's own scale. */
  public static String number(Number number, Language language) {
    var decimal = new BigDecimal(number.toString());
    NumberFormat format = NumberFormat.getInstance(language.pluralLocale());
    format.setMinimumFractionDigits(Math.max(0, decimal.scale()));
    format.setMaximumFractionDigits(Math.max(0, decimal.scale()));
    return format.format(decimal);
  }

  /** {@code 340 KB} or {@code 1,4 MB}. */
  public static String size(long bytes, Language language) {
    long megabyte = KILOBYTE * KILOBYTE;
    String unit = bytes < megabyte ? "ui.kilobytes" : "ui.megabytes";
    BigDecimal size =
        bytes < megabyte
            ? BigDecimal.valueOf(Math.max(1, Math.round((double) bytes / KILOBYTE)))
            : BigDecimal.valueOf(Math.round(10.0 * bytes / megabyte), 1);
    return Messages.text(unit, language, Map.of("size", number(size, language)));
  }
}
