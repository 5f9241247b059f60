package uz.yagona.portal.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Addresses of bundled style sheets, scripts and images by their plain names. */
@Component
final class Assets {
  static final String PATH = "/a/";
  private static final String LIST = "/META-INF/resources/a/assets.json";

  private final Map<String, String> hashed = read();

  /** The address with the hashed file name; the plain name when it was not bundled. */
  String href(String name) {
    return PATH + hashed.getOrDefault(name, name);
  }

  private static Map<String, String> read() {
    try (var stream = Assets.class.getResourceAsStream(LIST)) {
      var names = new HashMap<String, String>();
      if (stream != null) {
        for (var entry : new JsonMapper().readTree(stream).properties()) {
          names.put(entry.getKey(), entry.getValue().asString());
        }
      }
      return Map.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
