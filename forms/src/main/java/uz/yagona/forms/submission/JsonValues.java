package uz.yagona.forms.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.PersonalDataClass;
import uz.yagona.forms.model.FormModel;

/** Clean values filtered by class, in shapes that JSON knows. */
final class JsonValues {
  private JsonValues() {}

  static Map<String, @Nullable Object> of(
      SubmissionResult result, Collection<PersonalDataClass> wanted) {
    return keep(result.model(), result.values(), wanted);
  }

  private static Map<String, @Nullable Object> keep(
      FormModel model, Map<String, @Nullable Object> values, Collection<PersonalDataClass> wanted) {
    var kept = new LinkedHashMap<String, @Nullable Object>();
    values.forEach(
        (id, value) -> {
          if (value instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof Map) {
            kept.put(id, rows(model, rows, wanted));
          } else if (wanted.contains(model.personalDataClass(id))) {
            kept.put(id, value instanceof LocalDate day ? day.toString() : value);
          }
        });
    return kept;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, @Nullable Object>> rows(
      FormModel model, List<?> rows, Collection<PersonalDataClass> wanted) {
    var kept = new ArrayList<Map<String, @Nullable Object>>();
    rows.forEach(row -> kept.add(keep(model, (Map<String, @Nullable Object>) row, wanted)));
    return kept;
  }
}
