package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {

  @ParameterizedTest
  @EnumSource
  void shouldHaveTheSameTextsInEachLanguage(Language language) throws IOException {
    var texts = texts(language);

    assertThat(texts.keySet()).isEqualTo(texts(Language.UZ_LATN).keySet());
    assertThat(texts.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
  }

  @Test
  void shouldUseTheLettersOfUzbekOrthography() throws IOException {
    assertThat(texts(Language.UZ_LATN).values())
        .allSatisfy(text -> assertThat((String) text).doesNotContainPattern("['‘’`]"));
  }

  @ParameterizedTest
  @CsvSource({
    "UZ_LATN, 2026-yil 25-noyabr",
    "UZ_CYRL, 2026 йил 25 ноябрь",
    "RU, 25 ноября 2026 г.",
    "EN, 25 November 2026"
  })
  void shouldWriteDatesInWords(Language language, String expected) {
    assertThat(Phrases.in(language).date(LocalDate.of(2026, 11, 25))).isEqualTo(expected);
  }

  @Test
  void shouldNameTheMissingText() {
    assertThatThrownBy(() -> Phrases.in(Language.RU).get("nothing"))
        .hasMessage("Expected the text 'nothing' in ru, but it is missing");
  }

  private static Properties texts(Language language) throws IOException {
    var texts = new Properties();
    var file = "/texts/" + language.tag() + ".properties";
    try (var in = Phrases.class.getResourceAsStream(file)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
