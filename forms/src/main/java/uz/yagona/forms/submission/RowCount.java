package uz.yagona.forms.submission;

import com.google.re2j.Pattern;
import java.util.List;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.Repeat;

/** How many rows of a repeating group a submission has. */
final class RowCount {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  private RowCount() {}

  /**
   * What the page said, at least what the names show, within the model's bounds (one more, so that
   * it is reported).
   */
  static int of(Submission sent, String group, Field field) {
    Repeat repeat = field.repeat();
    if (repeat == null) {
      return 0;
    }
    int named =
        sent.values().keySet().stream()
            .mapToInt(name -> rowsUpTo(name, group + "["))
            .max()
            .orElse(0);
    int most = Math.max(named, said(sent, group));
    return Math.min(Math.max(most, repeat.min()), repeat.max() + 1);
  }

  private static int said(Submission sent, String group) {
    return sent.values().getOrDefault(group + FormState.ROWS, List.of()).stream()
        .mapToInt(RowCount::number)
        .max()
        .orElse(0);
  }

  private static int rowsUpTo(String name, String start) {
    int end = name.startsWith(start) ? name.indexOf(']', start.length()) : -1;
    if (end < 0) {
      return 0;
    }
    String index = name.substring(start.length(), end);
    return NUMBER.matches(index) ? number(index) + 1 : 0;
  }

  private static int number(String text) {
    return NUMBER.matches(text) ? Integer.parseInt(text) : 0;
  }
}
