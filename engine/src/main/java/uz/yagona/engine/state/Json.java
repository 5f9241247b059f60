package uz.yagona.engine.state;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import uz.yagona.engine.api.Variables;

/** JSON texts of columns. */
final class Json {
  private static final tools.jackson.databind.json.JsonMapper MAPPER =
      new tools.jackson.databind.json.JsonMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private Json() {}

  static String write(Object value) {
    return Variables.jsonOfValue(value);
  }

  static Map<String, String> texts(String json) {
    return json.equals("{}") ? Map.of() : MAPPER.readValue(json, TEXTS);
  }

  static Map<String, Object> object(@Nullable String json) {
    return json == null ? Map.of() : Variables.ofJson(json).toMap();
  }

  /** {@code null} for an empty map. */
  static @Nullable String objectOrNull(Map<String, Object> map) {
    return map.isEmpty() ? null : write(map);
  }

  static List<String> list(java.sql.@Nullable Array array) throws java.sql.SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
