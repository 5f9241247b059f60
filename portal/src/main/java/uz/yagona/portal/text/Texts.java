package uz.yagona.portal.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;

/**
 * The sentences of the pages: {@code texts/<feature>.<language>.properties}, UTF-8, in ICU message
 * format with numbered arguments. {@code texts/features.txt} names the features, one a line.
 */
@Component
public final class Texts {
  private static final String FOLDER = "/uz/yagona/portal/texts/";

  private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);

  public Texts() {
    var features = features();
    for (var language : Language.all()) {
      var all = new HashMap<String, String>();
      features.forEach(feature -> add(all, feature, language));
      patterns.put(language, Map.copyOf(all));
    }
  }

  /**
   * The sentence with its arguments filled in; throws {@code IllegalArgumentException} for an
   * unknown key.
   */
  public String of(String key, Language language, Object... args) {
    return find(key, language, args)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected a text '%s' in %s, but there is none"
                        .formatted(key, language.tag())));
  }

  /** As {@link #of}, but empty for an unknown key. */
  public Optional<String> find(String key, Language language, Object... args) {
    var pattern = texts(language).get(key);
    return pattern == null
        ? Optional.empty()
        : Optional.of(new MessageFormat(pattern, language.pluralLocale()).format(args));
  }

  /**
   * The word for a code of a closed list, {@code word.<kind>.<code>}; the code itself when there is
   * no word.
   */
  public String word(String kind, String code, Language language) {
    return find("word." + kind + "." + code, language).orElse(code);
  }

  Set<String> keys(Language language) {
    return new TreeSet<>(texts(language).keySet());
  }

  String pattern(String key, Language language) {
    return texts(language).getOrDefault(key, "");
  }

  private Map<String, String> texts(Language language) {
    return patterns.getOrDefault(language, Map.of());
  }

  private static List<String> features() {
    try (var stream = Texts.class.getResourceAsStream(FOLDER + "features.txt")) {
      if (stream == null) {
        throw new IllegalStateException("Expected texts/features.txt, but it is not there");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, String> all, String feature, Language language) {
    var name = feature + "." + language.tag() + ".properties";
    try (var stream = Texts.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException("Expected texts/%s, but it is not there".formatted(name));
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      properties.forEach((key, value) -> all.put((String) key, (String) value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
