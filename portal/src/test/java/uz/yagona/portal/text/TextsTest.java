package uz.yagona.portal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uz.yagona.forms.Language;

class TextsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\u02BB\\u02BC]+");
  private static final Pattern MIXED =
      Pattern.compile(".*(\\p{IsLatin}.*\\p{IsCyrillic}|\\p{IsCyrillic}.*\\p{IsLatin}).*");
  private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9_.-]*)");

  private final Texts texts = new Texts();

  @ParameterizedTest
  @EnumSource(Language.class)
  void shouldHaveEveryTextInEveryLanguage(Language language) {
    assertThat(texts.keys(language)).isEqualTo(texts.keys(Language.DEFAULT));
    assertThat(texts.keys(language))
        .allSatisfy(key -> assertThat(texts.pattern(key, language)).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void shouldTakeTheSameArgumentsInEveryLanguage(Language language) {
    assertThat(texts.keys(language))
        .allSatisfy(
            key ->
                assertThat(arguments(texts.pattern(key, language)))
                    .as(key)
                    .isEqualTo(arguments(texts.pattern(key, Language.DEFAULT))));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void shouldFormatEveryText(Language language) {
    assertThat(texts.keys(language))
        .allSatisfy(
            key ->
                assertThat(texts.of(key, language, 3, 4, 5))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("{0}"));
  }

  @Test
  void shouldWriteUzbekWithItsOwnLetters() {
    assertThat(texts.keys(Language.UZ_LATN))
        .allSatisfy(
            key ->
                assertThat(texts.pattern(key, Language.UZ_LATN))
                    .as(key)
                    .doesNotContainPattern("['\u2018\u2019`]"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"UZ_CYRL", "RU"})
  void shouldNotMixScriptsInAWord(Language language) {
    var mixed =
        texts.keys(language).stream()
            .flatMap(key -> WORD.matcher(texts.pattern(key, language)).results())
            .map(match -> match.group())
            .filter(word -> MIXED.matcher(word).matches())
            .toList();

    assertThat(mixed).isEmpty();
  }

  @Test
  void shouldKnowEveryKeyThatATemplateNames() throws IOException {
    assertThat(texts.keys(Language.DEFAULT)).containsAll(templateKeys());
  }

  @Test
  void shouldSayWhichTextIsMissing() {
    assertThatThrownBy(() -> texts.of("tasks.nothing", Language.RU))
        .hasMessage("Expected a text 'tasks.nothing' in ru, but there is none");
  }

  @Test
  void shouldCountInRussian() {
    assertThat(List.of(1, 2, 5, 21))
        .extracting(days -> texts.of("tasks.due.in", Language.RU, days))
        .containsExactly(
            "Остался 1 рабочий день",
            "Осталось 2 рабочих дня",
            "Осталось 5 рабочих дней",
            "Остался 21 рабочий день");
  }

  private static Set<String> arguments(String pattern) {
    return ARGUMENT
        .matcher(pattern)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> templateKeys() throws IOException {
    var keys = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        TEMPLATE_KEY
            .matcher(Files.readString(file))
            .results()
            .forEach(match -> keys.add(match.group(1)));
      }
    }
    return keys;
  }
}
