package uz.yagona.gateway.grpc;

import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.Variables;
import uz.yagona.gateway.json.Values;

/** Reads texts of messages, in which absent and empty are the same. */
final class Texts {
  private Texts() {}

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Keys are never 0. */
  static @Nullable Long keyOrNull(long key) {
    return key == 0 ? null : key;
  }

  static String required(String field, String text) {
    return Values.required(field, text);
  }

  static Variables variables(String json) {
    return Variables.ofJson(json);
  }
}
