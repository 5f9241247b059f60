package uz.yagona.forms.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results of FEEL in the shapes that submissions have. */
final class PlainValues {
  private PlainValues() {}

  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      var plain = new LinkedHashMap<String, @Nullable Object>();
      map.forEach((key, inner) -> plain.put(String.valueOf(key), of(inner)));
      return plain;
    }
    if (value instanceof List<?> list) {
      var plain = new ArrayList<@Nullable Object>();
      list.forEach(inner -> plain.add(of(inner)));
      return plain;
    }
    return value instanceof Number number && !(value instanceof Long)
        ? new BigDecimal(number.toString())
        : value;
  }
}
