package uz.yagona.portal.page;

import java.io.Serializable;
import java.util.List;

/**
 * A message on the next page, added as flash attribute {@code flash}.
 *
 * @param tone {@code ok}, {@code warn} or {@code danger}
 * @param key text key
 * @param args arguments of the text
 */
public record Flash(String tone, String key, List<String> args) implements Serializable {
  public static Flash ok(String key, String... args) {
    return new Flash("ok", key, List.of(args));
  }

  public static Flash warn(String key, String... args) {
    return new Flash("warn", key, List.of(args));
  }

  public static Flash danger(String key, String... args) {
    return new Flash("danger", key, List.of(args));
  }

  /** For {@code #{${flash.key}(...)}}. */
  public Object[] arguments() {
    return args.toArray();
  }
}
