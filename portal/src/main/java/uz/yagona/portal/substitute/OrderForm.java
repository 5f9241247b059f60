package uz.yagona.portal.substitute;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was typed.
 *
 * @param date days are written as 25.11.2026
 * @param scope {@code ALL}, or the kind of documents
 */
record OrderForm(
    @Nullable String principal,
    @Nullable String substitute,
    @Nullable String number,
    @Nullable String date,
    @Nullable String from,
    @Nullable String to,
    @Nullable String scope) {
  static final String ALL = "ALL";
  static final List<String> SCOPES = List.of(ALL, "D-28");
  private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}/. №-]{1,40}");
  private static final int LONGEST_DAYS = 366;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

  /** A field and the code of what is wrong with it. */
  record Problem(String field, String code) {}

  /** What is wrong with number, days and scope; {@code today} is the day at the office. */
  List<Problem> problems(LocalDate today) {
    var problems = new ArrayList<Problem>();
    if (!NUMBER.matcher(text(number)).matches()) {
      problems.add(new Problem("number", "number"));
    }
    var ordered = day(date);
    if (ordered.isEmpty() || ordered.get().isAfter(today)) {
      problems.add(new Problem("date", "date"));
    }
    var first = day(from);
    if (first.isEmpty()) {
      problems.add(new Problem("from", "day"));
    }
    var last = day(to);
    if (last.isEmpty()) {
      problems.add(new Problem("to", "day"));
    } else if (last.get().isBefore(today)
        || first.filter(day -> isPeriod(day, last.get())).isEmpty()) {
      problems.add(new Problem("to", "period"));
    }
    if (!SCOPES.contains(text(scope))) {
      problems.add(new Problem("scope-ALL", "scope"));
    }
    return problems;
  }

  private static boolean isPeriod(LocalDate first, LocalDate last) {
    return !last.isBefore(first) && last.isBefore(first.plusDays(LONGEST_DAYS));
  }

  /** Empty for what is no day. */
  static Optional<LocalDate> day(@Nullable String text) {
    try {
      return Optional.of(LocalDate.parse(text(text), DAY));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  List<String> templates() {
    return ALL.equals(text(scope)) ? List.of() : List.of(text(scope));
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
