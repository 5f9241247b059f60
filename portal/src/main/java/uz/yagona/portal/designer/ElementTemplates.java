package uz.yagona.portal.designer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Element templates that the workers' jars bring: {@code META-INF/element-templates/*.json}, each
 * one template or a list.
 */
@Component
class ElementTemplates {
  private static final String PATTERN = "classpath*:META-INF/element-templates/**/*.json";

  private final String json = read();

  /** One JSON list of all templates. */
  String json() {
    return json;
  }

  private static String read() {
    var mapper = new JsonMapper();
    var all = new ArrayList<Object>();
    try {
      for (var resource : new PathMatchingResourcePatternResolver().getResources(PATTERN)) {
        var tree = mapper.readTree(resource.getContentAsString(StandardCharsets.UTF_8));
        if (tree.isArray()) {
          tree.forEach(all::add);
        } else {
          all.add(tree);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mapper.writeValueAsString(all);
  }
}
