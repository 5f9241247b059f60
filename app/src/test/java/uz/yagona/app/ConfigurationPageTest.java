package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * docs/configuration.md is made from the properties' own Javadoc; {@code -Dupdate.docs} rewrites
 * it.
 */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final String HEAD =
      """
      # Configuration

      Made from the properties' own documentation. Each key can be given as `--key=value` behind `./yagona start`, in
      `application.yaml` beside the data directory, or as a variable (`YAGONA_PORTAL_URL` for `yagona.portal.url`).

      | key | type | default | meaning |
      |---|---|---|---|
      """;

  @Test
  void shouldDocumentEveryProperty() throws IOException {
    var page = HEAD + rows();
    if (System.getProperty("update.docs") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("run: mvn -pl app -am test -Dtest=ConfigurationPageTest -Dupdate.docs")
        .isEqualTo(page);
  }

  private static String rows() throws IOException {
    var rows = new TreeMap<String, String>();
    var files =
        ConfigurationPageTest.class
            .getClassLoader()
            .getResources("META-INF/spring-configuration-metadata.json");
    for (URL file : Collections.list(files)) {
      try (var in = file.openStream()) {
        JsonMapper.shared()
            .readTree(in)
            .path("properties")
            .forEach(
                property -> {
                  var name = property.path("name").asString("");
                  if (name.startsWith("yagona.")) {
                    rows.put(name, row(name, property));
                  }
                });
      }
    }
    return String.join("", rows.values());
  }

  private static String row(String name, JsonNode property) {
    var type = property.path("type").asString("");
    return "| `%s` | %s | %s | %s |%n"
        .formatted(
            name,
            type.replaceAll("[a-z]+\\.(?=[a-zA-Z])", "").replace("|", "\\|"),
            value(property.path("defaultValue")),
            property.path("description").asString("").replaceAll("\\s+", " ").replace("|", "\\|"));
  }

  private static String value(JsonNode value) {
    return value.isMissingNode() ? "" : "`" + (value.isString() ? value.asString() : value) + "`";
  }
}
