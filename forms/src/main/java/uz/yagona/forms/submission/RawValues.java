package uz.yagona.forms.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FieldType;
import uz.yagona.forms.model.FormModel;

/** Clean or known values, written as a browser would send them. */
final class RawValues {
  private RawValues() {}

  static Map<String, List<String>> of(
      FormModel form, Map<String, ? extends @Nullable Object> values) {
    var raw = new HashMap<String, List<String>>();
    form.fields().forEach(field -> add(field, "", values, raw));
    return raw;
  }

  /** First values: what {@code prefill} finds in the context, else the model's own. */
  static Map<String, List<String>> prefilled(FormModel form, FormContext context) {
    var raw = new HashMap<String, List<String>>();
    form.inputs().forEach(field -> put(field, field.id(), first(field, context), raw));
    return raw;
  }

  static @Nullable Object first(Field field, FormContext context) {
    Object known = field.prefill() == null ? null : context.find(field.prefill());
    return known == null ? field.initial() : known;
  }

  private static void add(
      Field field,
      String prefix,
      Map<?, ? extends @Nullable Object> values,
      Map<String, List<String>> raw) {
    if (field.isRepeating()) {
      rows(field, prefix, values.get(field.id()), raw);
    } else if (field.type() == FieldType.CONTAINER) {
      field.children().forEach(child -> add(child, prefix, values, raw));
    } else if (field.type().isInput()) {
      put(field, prefix + field.id(), values.get(field.id()), raw);
    }
  }

  private static void rows(
      Field group, String prefix, @Nullable Object value, Map<String, List<String>> raw) {
    List<?> rows = value instanceof List<?> list ? list : List.of();
    raw.put(prefix + group.id() + FormState.ROWS, List.of(String.valueOf(rows.size())));
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof Map<?, ?> row) {
        String inner = prefix + group.id() + "[" + i + "].";
        group.children().forEach(child -> add(child, inner, row, raw));
      }
    }
  }

  private static void put(
      Field field, String name, @Nullable Object value, Map<String, List<String>> raw) {
    List<String> texts = texts(field, value);
    if (!texts.isEmpty()) {
      raw.put(name, texts);
    }
  }

  static List<String> texts(Field field, @Nullable Object value) {
    if (value == null || field.type() == FieldType.UPLOAD) {
      return List.of();
    }
    if (value instanceof List<?> several) {
      var texts = new ArrayList<String>();
      several.forEach(one -> texts.add(String.valueOf(one)));
      return texts;
    }
    return List.of(
        field.type().isNumber() && value instanceof Number number
            ? new BigDecimal(number.toString()).toPlainString().replace('.', ',')
            : value.toString());
  }
}
