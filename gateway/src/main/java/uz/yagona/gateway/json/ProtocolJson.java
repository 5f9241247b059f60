package uz.yagona.gateway.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.gateway.problem.InvalidRequestException;

/** Reads requests strictly: an unknown or repeated field is an error. Numbers keep their digits. */
public final class ProtocolJson {
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private ProtocolJson() {}

  /**
   * Reads a JSON text that is part of a request.
   *
   * @param field for the sentence of an error
   */
  public static <T> T read(String field, String json, Class<T> type) {
    try {
      var value = MAPPER.readValue(json, type);
      if (value != null) {
        return value;
      }
    } catch (JacksonException e) {
      var reason = String.valueOf(invalid(e).getMessage());
      throw new InvalidRequestException("Cannot read '%s': %s".formatted(field, reason));
    }
    throw new InvalidRequestException("Expected JSON in '%s', but got null".formatted(field));
  }

  /** Reads a JSON list; its items as JSON texts. */
  public static List<String> readList(String field, String json) {
    var list = read(field, json, JsonNode.class);
    if (!list.isArray()) {
      throw new InvalidRequestException("Expected a list in '%s'".formatted(field));
    }
    return list.values().stream().map(JsonNode::toString).toList();
  }

  /** What was expected and found, for a text that cannot be read. */
  static InvalidRequestException invalid(JacksonException failure) {
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return new InvalidRequestException(
          "Expected fields of %s, but got '%s'"
              .formatted(unknown.getKnownPropertyIds(), unknown.getPropertyName()));
    }
    if (failure instanceof InvalidFormatException format) {
      return new InvalidRequestException(
          "Expected %s at '%s', but got '%s'"
              .formatted(noun(format), path(failure), format.getValue()));
    }
    if (failure instanceof MismatchedInputException mismatch) {
      return new InvalidRequestException(
          "Expected %s at '%s', but got something else".formatted(noun(mismatch), path(failure)));
    }
    return new InvalidRequestException(
        "Expected JSON, but %s".formatted(failure.getOriginalMessage()));
  }

  private static String noun(MismatchedInputException mismatch) {
    @Nullable Class<?> type = mismatch.getTargetType();
    if (type == null) {
      return "another kind of value";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a whole number";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text";
    }
    return Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  private static String path(JacksonException failure) {
    var path = new StringBuilder();
    for (var reference : failure.getPath()) {
      if (reference.getPropertyName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }
}
