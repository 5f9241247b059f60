package uz.yagona.forms.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.file.UploadedFile;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.model.Repeat;

/**
 * A button that changes the page and does not send the form, so that groups and conditions work
 * without JavaScript.
 *
 * @param target the group, the row or the file that is meant; empty for {@code RERENDER}
 */
public record FormAction(Kind kind, String target) {
  /** Name of the buttons. */
  public static final String NAME = "_action";

  /** What a button does. */
  public enum Kind {
    /** Shows the page again with the fields that the answers call for. */
    RERENDER,
    /** Adds a row: {@code add:owners}. */
    ADD,
    /** Removes a row: {@code remove:owners[1]}. */
    REMOVE,
    /** Takes back a file kept from before: {@code drop:attachments:<reference>}. */
    DROP
  }

  /** The action among request parameters; empty when the form was sent for good. */
  public static Optional<FormAction> of(Map<String, List<String>> parameters) {
    List<String> values = parameters.getOrDefault(NAME, List.of());
    return values.isEmpty() ? Optional.empty() : parse(values.get(0));
  }

  private static Optional<FormAction> parse(String value) {
    int colon = value.indexOf(':');
    String target = colon < 0 ? "" : value.substring(colon + 1);
    return switch (colon < 0 ? value : value.substring(0, colon)) {
      case "rerender" -> Optional.of(new FormAction(Kind.RERENDER, target));
      case "add" -> Optional.of(new FormAction(Kind.ADD, target));
      case "remove" -> Optional.of(new FormAction(Kind.REMOVE, target));
      case "drop" -> Optional.of(new FormAction(Kind.DROP, target));
      default -> Optional.empty();
    };
  }

  /** What the page shows next; a target that the form does not have changes nothing. */
  public Submission applyTo(FormModel form, Submission sent) {
    return switch (kind) {
      case RERENDER -> sent;
      case ADD -> group(form, target).map(group -> add(group, sent)).orElse(sent);
      case REMOVE -> remove(form, sent);
      case DROP -> drop(sent);
    };
  }

  private static Optional<Field> group(FormModel form, String id) {
    return form.field(id).filter(Field::isRepeating);
  }

  private static Submission add(Field group, Submission sent) {
    Repeat repeat = group.repeat();
    int most = repeat == null ? 0 : repeat.max();
    int rows = Math.min(RowCount.of(sent, group.id(), group) + 1, most);
    return withRows(group.id(), rows, sent.values(), sent);
  }

  private Submission remove(FormModel form, Submission sent) {
    int bracket = target.indexOf('[');
    Field group = bracket < 0 ? null : group(form, target.substring(0, bracket)).orElse(null);
    int row = bracket < 0 ? -1 : row(target.substring(bracket));
    if (group == null || row < 0) {
      return sent;
    }
    int rows = RowCount.of(sent, group.id(), group);
    var shifted = new HashMap<String, List<String>>();
    sent.values().forEach((name, value) -> put(shifted, moved(name, group.id(), row), value));
    var files = new HashMap<String, List<UploadedFile>>();
    sent.files().forEach((name, value) -> put(files, moved(name, group.id(), row), value));
    return withRows(group.id(), Math.max(0, rows - 1), shifted, sent.withFiles(files));
  }

  private static int row(String brackets) {
    return brackets.matches("\\[\\d{1,3}]")
        ? Integer.parseInt(brackets.substring(1, brackets.length() - 1))
        : -1;
  }

  private static <T> void put(Map<String, T> moved, @Nullable String name, T value) {
    if (name != null) {
      moved.put(name, value);
    }
  }

  /** The name after the row has gone; {@code null} for a name in that row. */
  private static @Nullable String moved(String name, String group, int row) {
    int close = name.startsWith(group + "[") ? name.indexOf(']') : -1;
    int index = close < 0 ? -1 : row(name.substring(group.length(), close + 1));
    if (index < row) {
      return name;
    }
    return index == row ? null : group + "[" + (index - 1) + name.substring(close);
  }

  private Submission drop(Submission sent) {
    int colon = target.indexOf(':');
    if (colon < 0) {
      return sent;
    }
    String reference = target.substring(colon + 1);
    var files = new HashMap<>(sent.files());
    files.computeIfPresent(
        target.substring(0, colon),
        (path, kept) -> kept.stream().filter(file -> !reference.equals(file.reference())).toList());
    return sent.withFiles(files);
  }

  private static Submission withRows(
      String group, int rows, Map<String, List<String>> values, Submission sent) {
    var changed = new HashMap<>(values);
    changed.put(group + FormState.ROWS, List.of(String.valueOf(rows)));
    return sent.withValues(changed);
  }
}
