package uz.yagona.forms.submission;

import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Days, as ISO text or as three numbers from three inputs. */
final class DateParser {
  /** Ends of the names of the three inputs. */
  static final List<String> PARTS = List.of(".day", ".month", ".year");

  private static final Pattern SHORT = Pattern.compile("\\d{1,2}");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  private DateParser() {}

  static Reading iso(String typed) {
    try {
      return Reading.of(LocalDate.parse(typed));
    } catch (DateTimeParseException e) {
      return Reading.wrong("date");
    }
  }

  static Reading parts(String day, String month, String year) {
    if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
      return Reading.EMPTY;
    }
    if (!SHORT.matches(day) || !SHORT.matches(month) || !YEAR.matches(year)) {
      return Reading.wrong("date");
    }
    try {
      return Reading.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Reading.wrong("date");
    }
  }
}
