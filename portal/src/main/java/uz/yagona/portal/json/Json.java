package uz.yagona.portal.json;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.forms.Language;
import uz.yagona.forms.LocalText;

/** JSON as it stands in {@code jsonb} columns and sealed values. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};
  private static final TypeReference<LinkedHashMap<String, String>> TEXTS =
      new TypeReference<>() {};

  private Json() {}

  public static String write(@Nullable Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** As {@link #write(Object)}, on many lines for people. */
  public static String pretty(@Nullable Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }

  /** Strings, numbers, booleans, lists and maps; {@code null} for JSON null. */
  public static @Nullable Object read(String json) {
    return MAPPER.readValue(json, Object.class);
  }

  public static Map<String, @Nullable Object> readObject(String json) {
    return MAPPER.readValue(json, OBJECT);
  }

  public static Map<String, String> readTexts(String json) {
    return MAPPER.readValue(json, TEXTS);
  }

  /** Writes {@code {"uz-Latn": …, "ru": …}}. */
  public static String write(LocalText text) {
    var texts = new LinkedHashMap<String, String>();
    for (var language : Language.all()) {
      var words = text.texts().get(language);
      if (words != null) {
        texts.put(language.tag(), words);
      }
    }
    return write((Object) texts);
  }

  public static LocalText readText(String json) {
    var texts = new EnumMap<Language, String>(Language.class);
    readTexts(json).forEach((tag, words) -> texts.put(Language.of(tag), words));
    return new LocalText(texts);
  }
}
