package uz.yagona.gateway.json;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.Variables;
import uz.yagona.gateway.problem.InvalidRequestException;

/** Reads single values of requests and writes those of answers. */
public final class Values {
  /** The only tenant there is. */
  public static final String TENANT = "<default>";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private Values() {}

  /** A key, which JSON carries as text. */
  public static long key(String field, @Nullable String text) {
    try {
      return Long.parseLong(required(field, text));
    } catch (NumberFormatException e) {
      throw new InvalidRequestException(
          "Expected a key, a whole number, for '%s', but got '%s'".formatted(field, text));
    }
  }

  public static @Nullable Long optionalKey(String field, @Nullable String text) {
    return text == null || text.isBlank() ? null : Long.valueOf(key(field, text));
  }

  /** A text that must not be blank. */
  public static String required(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new InvalidRequestException("Expected '%s', but it is missing".formatted(field));
    }
    return text;
  }

  /** Variables of a request; none when absent. */
  public static Variables variables(@Nullable Map<String, Object> values) {
    return values == null ? Variables.NONE : Variables.of(values);
  }

  public static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }

  /** A positive length in milliseconds. */
  public static Duration positive(String field, @Nullable Long millis) {
    if (millis == null || millis < 1) {
      throw new InvalidRequestException(
          "Expected '%s' of 1 millisecond or more, but got %s".formatted(field, millis));
    }
    return Duration.ofMillis(millis);
  }

  /** A length in milliseconds that may be absent, which means zero. */
  public static Duration duration(String field, @Nullable Long millis) {
    if (millis != null && millis < 0) {
      throw new InvalidRequestException(
          "Expected '%s' of 0 milliseconds or more, but got %s".formatted(field, millis));
    }
    return Duration.ofMillis(millis == null ? 0 : millis);
  }

  /** A time to set, or an empty text that removes it; {@code null} when the field is absent. */
  @SuppressWarnings("NullableOptional")
  public static @Nullable Optional<Instant> change(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(time(field, text));
  }

  /** An ISO-8601 time with offset. */
  public static Instant time(String field, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new InvalidRequestException(
          "Expected an ISO-8601 time with offset for '%s', but got '%s'".formatted(field, text));
    }
  }

  /** An ISO-8601 time in UTC. */
  public static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : TIME.format(time);
  }

  public static String text(long key) {
    return Long.toString(key);
  }

  public static @Nullable String text(@Nullable Long key) {
    return key == null ? null : Long.toString(key);
  }

  /** Refuses every tenant but the default one. */
  public static void onlyDefaultTenant(@Nullable String tenantId) {
    if (tenantId != null && !tenantId.isBlank() && !tenantId.equals(TENANT)) {
      throw new InvalidRequestException(
          "Expected tenant '%s', the only one here, but got '%s'".formatted(TENANT, tenantId));
    }
  }
}
