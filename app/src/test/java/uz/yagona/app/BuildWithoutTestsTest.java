package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code ./yagona start} builds without tests, which makes no test jar. A module that asks for one
 * outside the profile {@code with-tests} builds only where an earlier build has left it.
 */
class BuildWithoutTestsTest {
  private static final Path ROOT = Path.of("..");
  private static final String TEST_JARS =
      "count(/project/dependencies/dependency[type='test-jar'])";

  static List<Path> poms() throws IOException {
    try (var folders = Files.list(ROOT)) {
      return folders.map(folder -> folder.resolve("pom.xml")).filter(Files::exists).toList();
    }
  }

  @Test
  void shouldFindTheModules() throws IOException {
    assertThat(poms()).contains(ROOT.resolve("app/pom.xml"), ROOT.resolve("portal/pom.xml"));
  }

  @ParameterizedTest
  @MethodSource("poms")
  void shouldAskForNoTestJarOutsideItsProfile(Path pom) throws Exception {
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());

    assertThat(XPathFactory.newInstance().newXPath().evaluate(TEST_JARS, document)).isEqualTo("0");
  }
}
