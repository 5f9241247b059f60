package uz.yagona.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ibm.icu.text.MessageFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void shouldHaveTheSameTextsWithTheSameArgumentsInEveryLanguage(Language language) {
    assertThat(Messages.keys(language)).isEqualTo(Messages.keys(Language.DEFAULT));
    for (String key : Messages.keys(language)) {
      assertThat(arguments(key, language)).as(key).isEqualTo(arguments(key, Language.DEFAULT));
    }
  }

  private static java.util.Set<String> arguments(String key, Language language) {
    return new MessageFormat(Messages.pattern(key, language), language.pluralLocale())
        .getArgumentNames();
  }

  @Test
  void shouldUseTheAlphabetOfTheLanguage() {
    for (String key : Messages.keys(Language.UZ_CYRL)) {
      String words =
          Messages.pattern(key, Language.UZ_CYRL).replaceAll("\\{[^}]*}|\\S+@\\S+|\\bID\\b", "");
      assertThat(words).as(key).doesNotContainPattern("[a-zA-Z]");
    }
    for (String key : Messages.keys(Language.UZ_LATN)) {
      assertThat(Messages.pattern(key, Language.UZ_LATN))
          .as(key)
          .doesNotContainPattern("['’‘`]|\\p{IsCyrillic}");
    }
  }

  @Test
  void shouldInflectNumbers() {
    assertThat(Messages.text("problem.rows.max", Language.RU, Map.of("label", "X", "max", 1)))
        .isEqualTo("«X»: не более 1 записи, уберите лишние.");
    assertThat(Messages.text("problem.rows.max", Language.EN, Map.of("label", "X", "max", 2)))
        .isEqualTo("“X”: at most 2 entries; remove the others.");
  }

  @Test
  void shouldWriteDaysNumbersAndSizes() {
    assertThat(Formats.day(LocalDate.of(2026, 3, 8), Language.UZ_LATN)).isEqualTo("08.03.2026");
    assertThat(Formats.day(LocalDate.of(2026, 3, 8), Language.EN)).isEqualTo("8 March 2026");
    assertThat(Formats.number(new BigDecimal("24536563652.00"), Language.UZ_LATN))
        .isEqualTo("24\u00A0536\u00A0563\u00A0652,00");
    assertThat(Formats.size(1_468_006, Language.RU)).isEqualTo("1,4 МБ");
    assertThat(Formats.size(10, Language.EN)).isEqualTo("1 KB");
  }

  @Test
  void shouldSayWhichTextIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Messages.text("problem.nosuch", Language.RU))
        .withMessage("Expected a message for 'problem.nosuch', but ru has none");
  }
}
