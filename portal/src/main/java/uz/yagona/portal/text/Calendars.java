package uz.yagona.portal.text;

import com.ibm.icu.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;

/** Dates, times, numbers and sizes as each language writes them, in the office's time zone. */
@Component
public final class Calendars {
  /** The time zone of every office. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tashkent");

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);
  private static final long KB = 1024;
  private static final long MB = KB * KB;

  private final Texts texts;

  public Calendars(Texts texts) {
    this.texts = texts;
  }

  /** The day in words: {@code 2026-yil 25-noyabr}. */
  public String date(Temporal moment, Language language) {
    var day = day(moment);
    return texts.of(
        "common.date",
        language,
        day.getDayOfMonth(),
        month(day, language),
        String.valueOf(day.getYear()));
  }

  /** The day in words with hour and minute. */
  public String time(Temporal moment, Language language) {
    var local = local(moment);
    return texts.of(
        "common.date-time",
        language,
        date(moment, language),
        "%02d:%02d".formatted(local.getHour(), local.getMinute()));
  }

  /** The moment in digits, the same in every language: {@code 25.11.2026 10:00}. */
  public String stamp(Temporal moment) {
    return STAMP.format(local(moment));
  }

  /** Digits grouped as the language does. */
  public String number(long value, Language language) {
    return NumberFormat.getIntegerInstance(language.pluralLocale()).format(value);
  }

  /** A file size: {@code 1,4 MB}. */
  public String size(long bytes, Language language) {
    if (bytes < MB) {
      return texts.of(
          "common.kilobytes",
          language,
          number(Math.max(1, Math.round(bytes / (double) KB)), language));
    }
    var format = NumberFormat.getNumberInstance(language.pluralLocale());
    format.setMaximumFractionDigits(1);
    return texts.of("common.megabytes", language, format.format(bytes / (double) MB));
  }

  private String month(LocalDate day, Language language) {
    return texts.of("common.month." + day.getMonthValue(), language);
  }

  private static LocalDate day(Temporal moment) {
    return moment instanceof LocalDate date ? date : local(moment).toLocalDate();
  }

  private static ZonedDateTime local(Temporal moment) {
    if (moment instanceof Instant instant) {
      return instant.atZone(ZONE);
    }
    if (moment instanceof OffsetDateTime dateTime) {
      return dateTime.atZoneSameInstant(ZONE);
    }
    if (moment instanceof LocalDate date) {
      return date.atStartOfDay(ZONE);
    }
    throw new IllegalArgumentException(
        "Expected a date or a moment, but got " + moment.getClass().getSimpleName());
  }
}
