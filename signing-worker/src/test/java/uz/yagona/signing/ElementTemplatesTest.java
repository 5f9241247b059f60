package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.client.JobTask;

class ElementTemplatesTest {
  private static final Path FOLDER = Path.of("src/main/resources/META-INF/element-templates");

  @Test
  void shouldHaveOneTemplateForEachJobType() {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(JobTask.class));

    assertThat(templates().map(ElementTemplatesTest::jobType))
        .doesNotHaveDuplicates()
        .hasSameSizeAs(scan.findCandidateComponents("uz.yagona.signing"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void shouldSpeakFourLanguages(JsonNode template) {
    assertThat(template.path("id").asString()).isEqualTo("uz.yagona." + jobType(template));
    var labelled =
        template
            .path("properties")
            .valueStream()
            .filter(property -> property.has("label"))
            .map(property -> property.path("id").asString())
            .toList();
    for (var language : List.of("uz-Cyrl", "ru", "en")) {
      var texts = template.path("texts").path(language);
      assertThat(texts.path("name").asString("")).as(language).isNotBlank();
      assertThat(texts.path("description").asString("")).as(language).isNotBlank();
      assertThat(labelled)
          .allSatisfy(id -> assertThat(texts.path("labels").path(id).asString("")).isNotBlank());
    }
  }

  private static Stream<JsonNode> templates() {
    try (var files = Files.list(FOLDER)) {
      return files
          .sorted()
          .map(file -> JsonMapper.shared().readTree(file.toFile()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String jobType(JsonNode template) {
    return template
        .path("properties")
        .valueStream()
        .filter(property -> property.path("binding").path("property").asString("").equals("type"))
        .map(property -> property.path("value").asString())
        .findFirst()
        .orElseThrow();
  }
}
