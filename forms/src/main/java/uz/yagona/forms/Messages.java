package uz.yagona.forms;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import uz.yagona.forms.text.Transliteration;

/** The library's own sentences, in ICU message format with named arguments and plural forms. */
public final class Messages {
  private static final Map<Language, Map<String, String>> TEXTS = load();

  private Messages() {}

  /** The sentence of {@code key}; throws {@code IllegalArgumentException} for an unknown key. */
  public static String text(String key, Language language, Map<String, Object> args) {
    return format(pattern(key, language), language, args);
  }

  public static String text(String key, Language language) {
    return text(key, language, Map.of());
  }

  /** Fills a pattern that stands elsewhere, as in a form model. */
  public static String format(String pattern, Language language, Map<String, Object> args) {
    return new MessageFormat(pattern, language.pluralLocale()).format(args);
  }

  /** Whether {@link #format} can fill the pattern. */
  public static boolean isPattern(String pattern) {
    try {
      return new MessageFormat(pattern, Language.DEFAULT.pluralLocale()).usesNamedArguments()
          || !pattern.contains("{");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The sentence of {@code key} in every language. */
  public static LocalText local(String key) {
    var texts = new EnumMap<Language, String>(Language.class);
    Language.all().forEach(language -> texts.put(language, text(key, language)));
    return new LocalText(texts);
  }

  static Set<String> keys(Language language) {
    return Objects.requireNonNull(TEXTS.get(language)).keySet();
  }

  static String pattern(String key, Language language) {
    String pattern = Objects.requireNonNull(TEXTS.get(language)).get(key);
    if (pattern == null) {
      throw new IllegalArgumentException(
          "Expected a message for '%s', but %s has none".formatted(key, language.tag()));
    }
    return pattern;
  }

  private static Map<Language, Map<String, String>> load() {
    var texts = new EnumMap<Language, Map<String, String>>(Language.class);
    Language.all().forEach(language -> texts.put(language, load(language)));
    texts.put(
        Language.UZ_CYRL,
        cyrillic(
            Objects.requireNonNull(texts.get(Language.UZ_LATN)),
            Objects.requireNonNull(texts.get(Language.UZ_CYRL))));
    return texts;
  }

  /** The Cyrillic file only has what the rules of the alphabet would get wrong. */
  private static Map<String, String> cyrillic(Map<String, String> latin, Map<String, String> own) {
    var texts = new HashMap<String, String>();
    latin.forEach((key, text) -> texts.put(key, Transliteration.toCyrillic(text)));
    texts.putAll(own);
    return Map.copyOf(texts);
  }

  private static Map<String, String> load(Language language) {
    String file = "messages_%s.properties".formatted(language.tag());
    var properties = new Properties();
    try (var in = Objects.requireNonNull(Messages.class.getResourceAsStream(file), file);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var texts = new HashMap<String, String>();
    properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    return Map.copyOf(texts);
  }
}
