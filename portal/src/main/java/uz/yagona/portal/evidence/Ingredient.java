package uz.yagona.portal.evidence;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import uz.yagona.portal.json.Json;

/** A small file on its way into a pack. */
public record Ingredient(String name, byte[] content) {
  /** A text in UTF-8. */
  public static Ingredient text(String name, String text) {
    return new Ingredient(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A value as JSON on many lines. */
  public static Ingredient json(String name, @Nullable Object value) {
    return text(name, Json.pretty(value));
  }
}
