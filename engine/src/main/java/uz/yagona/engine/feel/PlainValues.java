package uz.yagona.engine.feel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Turns what FEEL and DMN return into plain JSON values: {@code null}, Boolean, String, Long (a
 * whole number that fits), BigDecimal, List and Map with text keys. Dates, times and durations
 * become ISO 8601 texts. Lists and maps are new and mutable.
 */
public final class PlainValues {

  private static final int MAX_VALUES = 200_000;
  private static final int MAX_DEPTH = 200;

  private int values;

  private PlainValues() {}

  /** Converts; throws {@link IllegalArgumentException} if the value is too large or too deep. */
  public static @Nullable Object of(@Nullable Object value) {
    return new PlainValues().convert(value, 0);
  }

  private @Nullable Object convert(@Nullable Object value, int depth) {
    if (++values > MAX_VALUES || depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "Expected a result of at most %d values and %d levels, but it is larger"
              .formatted(MAX_VALUES, MAX_DEPTH));
    }
    if (value == null || value instanceof Boolean || value instanceof String) {
      return value;
    }
    if (value instanceof Option<?> option) {
      return option.isEmpty() ? null : convert(option.get(), depth);
    }
    if (value instanceof Map<?, ?> map) {
      return map(map, depth);
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return map(CollectionConverters.asJava(map), depth);
    }
    if (value instanceof scala.collection.Iterable<?> items) {
      return list(CollectionConverters.asJava(items), depth);
    }
    if (value instanceof Iterable<?> items) {
      return list(items, depth);
    }
    return scalar(value);
  }

  private Map<String, @Nullable Object> map(Map<?, ?> map, int depth) {
    var plain = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, value) -> plain.put(String.valueOf(key), convert(value, depth + 1)));
    return plain;
  }

  private List<@Nullable Object> list(Iterable<?> items, int depth) {
    var plain = new ArrayList<@Nullable Object>();
    items.forEach(item -> plain.add(convert(item, depth + 1)));
    return plain;
  }

  private static Object scalar(Object value) {
    if (value instanceof scala.math.BigDecimal number) {
      return number(number.bigDecimal());
    }
    if (value instanceof BigDecimal number) {
      return number(number);
    }
    if (value instanceof BigInteger number) {
      return number(new BigDecimal(number));
    }
    if (value instanceof Double || value instanceof Float) {
      return number(new BigDecimal(value.toString()));
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (value instanceof ZonedDateTime dateTime) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dateTime);
    }
    return value.toString();
  }

  private static Object number(BigDecimal number) {
    var plain = number.stripTrailingZeros();
    return plain.scale() <= 0 && plain.precision() - plain.scale() <= 18
        ? (Object) plain.longValueExact()
        : plain;
  }

  /** The FEEL name of a plain value's type, e.g. {@code STRING}, as used in messages. */
  public static String typeOf(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Boolean) {
      return "BOOLEAN";
    }
    if (value instanceof Number) {
      return "NUMBER";
    }
    if (value instanceof List) {
      return "ARRAY";
    }
    return value instanceof Map ? "OBJECT" : "STRING";
  }
}
