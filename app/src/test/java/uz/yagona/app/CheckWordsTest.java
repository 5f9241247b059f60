package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uz.yagona.forms.Language;
import uz.yagona.portal.text.Texts;

/** Whatever the signing worker finds, the portal has words for it in every language. */
class CheckWordsTest {
  private static final String PACKAGE = "uz.yagona.signing.verify.";

  static Stream<String> keys() {
    return Stream.of(
            keys("Reason", "check.reason.%s"),
            keys("Outcome", "check.verdict.%s"),
            keys("Outcome", "check.verdict.%s.text"))
        .flatMap(found -> found);
  }

  private static Stream<String> keys(String type, String key) {
    try {
      return Stream.of(Class.forName(PACKAGE + type).getEnumConstants())
          .map(constant -> key.formatted(((Enum<?>) constant).name()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void shouldHaveWordsInEveryLanguage(String key) {
    var texts = new Texts();
    for (var language : Language.values()) {
      assertThat(texts.find(key, language)).as("%s in %s", key, language).isPresent();
    }
  }
}
