package uz.yagona.signing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Words printed in documents, from {@code texts/<language>.properties}. */
public final class Phrases {
  private static final Map<Language, Phrases> LOADED = new ConcurrentHashMap<>();

  private final Language language;
  private final Properties texts;

  private Phrases(Language language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  /** The words of a language. */
  public static Phrases in(Language language) {
    return LOADED.computeIfAbsent(language, Phrases::load);
  }

  private static Phrases load(Language language) {
    var texts = new Properties();
    var file = "/texts/" + language.tag() + ".properties";
    try (var in = Phrases.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("Expected the resource " + file + ", but it is missing");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new Phrases(language, texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The language these words are in. */
  public Language language() {
    return language;
  }

  /**
   * A text by its name.
   *
   * @throws IllegalStateException when the language lacks it
   */
  public String get(String name) {
    var text = texts.getProperty(name);
    if (text == null) {
      throw new IllegalStateException(
          "Expected the text '%s' in %s, but it is missing".formatted(name, language.tag()));
    }
    return text;
  }

  /** A text with {@code {0}}, {@code {1}} ... replaced by {@code values}. */
  public String get(String name, Object... values) {
    var text = get(name);
    for (var i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  /** A date in words, such as {@code 2026-yil 25-noyabr}. */
  public String date(LocalDate date) {
    var month = get("month." + date.getMonthValue());
    return get("date", date.getDayOfMonth(), month, date.getYear());
  }
}
