package uz.yagona.engine.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of a deployed form: {@code components} of form-js, {@code fields} of Flowable.
 */
final class FormFaults {
  private static final List<String> LISTS = List.of("components", "fields");

  private final List<String> faults = new ArrayList<>();

  /** One line per fault, with the field it stands in. */
  static List<String> in(Map<?, ?> form) {
    var checks = new FormFaults();
    checks.checkLists("form", form);
    return checks.faults;
  }

  private void checkLists(String place, Map<?, ?> holder) {
    for (var name : LISTS) {
      checkList("%s %s".formatted(place, name), holder.get(name));
    }
  }

  /** A list; in a container its columns, each a list, in a list or by their number. */
  private void checkList(String place, @Nullable Object list) {
    if (list instanceof List<?> fields) {
      for (var i = 0; i < fields.size(); i++) {
        var inside = "%s[%d]".formatted(place, i);
        if (fields.get(i) instanceof List<?> column) {
          checkList(inside, column);
        } else {
          checkField(inside, fields.get(i));
        }
      }
    } else if (list instanceof Map<?, ?> columns) {
      columns.values().forEach(column -> checkList(place, column));
    } else if (list != null) {
      faults.add("%s: Expected a list, but it is another value".formatted(place));
    }
  }

  private void checkField(String place, @Nullable Object field) {
    if (!(field instanceof Map<?, ?> object)) {
      faults.add("%s: Expected an object, but it is another value".formatted(place));
      return;
    }
    var named = name(object) == null ? place : "field '%s'".formatted(name(object));
    if (!(object.get("type") instanceof String type) || type.isBlank()) {
      faults.add("%s: Expected a 'type', but it is missing or empty".formatted(named));
    }
    checkLists(named, object);
  }

  private static @Nullable String name(Map<?, ?> field) {
    for (var name : List.of("id", "key")) {
      if (field.get(name) instanceof String text && !text.isBlank()) {
        return text;
      }
    }
    return null;
  }
}
