package uz.yagona.portal.evidence;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import uz.yagona.portal.json.Json;

/** A small file on its way into a pack. */
record Ingredient(String name, byte[] content) {
  static Ingredient text(String name, String text) {
    return new Ingredient(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Ingredient json(String name, @Nullable Object value) {
    return text(name, Json.pretty(value));
  }
}
