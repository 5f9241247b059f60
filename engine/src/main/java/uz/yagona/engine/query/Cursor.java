package uz.yagona.engine.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A position in a sorted result: the order's signature and one text per sort column, packed for the
 * wire.
 */
final class Cursor {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Cursor() {}

  static String write(String signature, List<@Nullable String> values) {
    var parts = new ArrayList<@Nullable String>(values.size() + 1);
    parts.add(signature);
    parts.addAll(values);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
  }

  /**
   * @throws InvalidSearchException when the text is no cursor, or one of another order
   */
  static List<@Nullable String> read(String cursor, String signature, int size) {
    List<@Nullable String> parts;
    try {
      var json = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      parts = JSON.readValue(json, new TypeReference<List<@Nullable String>>() {});
    } catch (IllegalArgumentException | JacksonException e) {
      throw new InvalidSearchException(
          "Expected a cursor of an earlier result, but got other text");
    }
    if (parts.size() != size + 1 || !signature.equals(parts.get(0))) {
      throw new InvalidSearchException(
          "Expected a cursor of the same search, but got one with another sort");
    }
    return parts.subList(1, parts.size());
  }
}
