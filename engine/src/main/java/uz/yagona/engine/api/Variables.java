package uz.yagona.engine.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Variables by name: plain JSON values ({@code null}, Boolean, Number, String, List, Map).
 *
 * <p>Numbers keep their digits: fractions are read as {@link java.math.BigDecimal}.
 */
public final class Variables {

  public static final Variables NONE = new Variables(Map.of());

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
      new TypeReference<>() {};

  /** An object's head and the reference to it. */
  private static final long VALUE_VOLUME = 24;

  private final Map<String, Object> values;

  private Variables(Map<String, Object> values) {
    this.values = values;
  }

  /** A copy of {@code values}; nested values must be plain JSON values. */
  public static Variables of(Map<String, ?> values) {
    return values.isEmpty()
        ? NONE
        : new Variables(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
  }

  /**
   * Reads a JSON object; blank text means no variables.
   *
   * @throws RejectedException INVALID_ARGUMENT when the text is not a JSON object
   */
  public static Variables ofJson(String json) {
    if (json.isBlank()) {
      return NONE;
    }
    try {
      return of(JSON.readValue(json, OBJECT));
    } catch (JacksonException e) {
      throw RejectedException.invalidArgument(
          "Expected variables to be a JSON object, but %s", e.getOriginalMessage());
    }
  }

  /** The value that a JSON text stands for. */
  public static Object valueOfJson(String json) {
    return JSON.readValue(json, Object.class);
  }

  /** The JSON text of one plain value. */
  public static String jsonOfValue(@Nullable Object value) {
    return JSON.writeValueAsString(value);
  }

  /**
   * The JSON text of one plain value; {@code null} when it has more than {@code limit} characters,
   * without having built more than those.
   */
  public static @Nullable String jsonOfValue(@Nullable Object value, int limit) {
    if (value instanceof String text && text.length() > limit) {
      return null;
    }
    if (!(value instanceof Map || value instanceof Iterable)) {
      var json = jsonOfValue(value);
      return json.length() > limit ? null : json;
    }
    var text = new LimitedText(limit);
    try {
      JSON.writeValue(text, value);
      return text.toString();
    } catch (JacksonException e) {
      if (text.isExceeded()) {
        return null;
      }
      throw e;
    }
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Unmodifiable, in the order given. */
  public Map<String, Object> toMap() {
    return values;
  }

  public String toJson() {
    return JSON.writeValueAsString(values);
  }

  /** About how many bytes of memory the values take. */
  public long volume() {
    return volume(values);
  }

  private static long volume(@Nullable Object value) {
    var volume = VALUE_VOLUME;
    if (value instanceof String text) {
      volume += Character.BYTES * (long) text.length();
    } else if (value instanceof Map<?, ?> map) {
      for (var entry : map.entrySet()) {
        volume += volume(entry.getKey()) + volume(entry.getValue());
      }
    } else if (value instanceof Iterable<?> list) {
      for (var item : list) {
        volume += volume(item);
      }
    }
    return volume;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Variables that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return toJson();
  }
}
