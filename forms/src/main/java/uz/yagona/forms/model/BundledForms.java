package uz.yagona.forms.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The forms that come with the product, {@code forms/<key>.form} on the class path. */
public final class BundledForms {
  private static final List<String> KEYS =
      List.of(
          "murojaat",
          "demolition-certificate",
          "review-request",
          "sign-decision",
          "review-signing");
  private static final Map<String, FormModel> PARSED = new ConcurrentHashMap<>();

  private BundledForms() {}

  public static List<String> keys() {
    return KEYS;
  }

  /** The parsed form; {@code IllegalArgumentException} for any other key. */
  public static FormModel get(String key) {
    return PARSED.computeIfAbsent(key, known -> FormModel.parse(source(known)));
  }

  /**
   * The file as it is, for a deployment or an editor; {@code IllegalArgumentException} for any
   * other key.
   */
  public static String source(String key) {
    if (!KEYS.contains(key)) {
      throw new IllegalArgumentException("Expected one of %s, but found '%s'".formatted(KEYS, key));
    }
    try (var in = BundledForms.class.getResourceAsStream("/forms/%s.form".formatted(key))) {
      if (in == null) {
        throw new IllegalStateException(
            "Expected the file of form %s, but it is not there".formatted(key));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
