package uz.yagona.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Models on the class path, as the {@code processes} and {@code forms} modules bring them. */
final class Models {
  private static final String[] PATTERNS = {
    "classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn", "classpath*:forms/**/*.form"
  };

  private Models() {}

  /** Content by file name. */
  static Map<String, byte[]> onClassPath() {
    var resolver = new PathMatchingResourcePatternResolver();
    var models = new HashMap<String, byte[]>();
    try {
      for (var pattern : PATTERNS) {
        for (var resource : resolver.getResources(pattern)) {
          add(models, resource);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return models;
  }

  private static void add(Map<String, byte[]> models, Resource resource) throws IOException {
    var name = resource.getFilename();
    if (name != null && models.put(name, resource.getContentAsByteArray()) != null) {
      throw new IllegalStateException(
          "Expected one model named %s on the class path, but found several".formatted(name));
    }
  }
}
