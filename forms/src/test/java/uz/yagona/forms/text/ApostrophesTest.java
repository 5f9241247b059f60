package uz.yagona.forms.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApostrophesTest {
  @ParameterizedTest
  @ValueSource(strings = {"'", "’", "‘", "`", "´", "ʻ", "ʼ"})
  void shouldWriteEveryApostropheWithItsOwnCharacter(String typed) {
    assertThat(Apostrophes.normalize("O" + typed + "g" + typed + "li ma" + typed + "no"))
        .isEqualTo("Oʻgʻli maʼno");
  }

  @Test
  void shouldLeaveQuotationMarks() {
    assertThat(Apostrophes.normalize("'Navro‘z' mahallasi")).isEqualTo("'Navroʻz' mahallasi");
  }
}
