package uz.yagona.forms;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import uz.yagona.forms.text.Transliteration;

/**
 * One text in several languages; a missing one falls back to {@link Language#DEFAULT}, then to any.
 */
public record LocalText(Map<Language, String> texts) {
  public static final LocalText EMPTY = new LocalText(Map.of());

  public LocalText {
    texts = Map.copyOf(texts);
  }

  /** The same text in every language: codes, numbers, proper names. */
  public static LocalText same(String text) {
    var texts = new EnumMap<Language, String>(Language.class);
    Language.all().forEach(language -> texts.put(language, text));
    return new LocalText(texts);
  }

  /** The four texts in the order uz-Latn, uz-Cyrl, ru, en. */
  public static LocalText of(String uzLatn, String uzCyrl, String ru, String en) {
    return new LocalText(
        Map.of(
            Language.UZ_LATN, uzLatn, Language.UZ_CYRL, uzCyrl, Language.RU, ru, Language.EN, en));
  }

  /** The same texts, the Cyrillic one made from the Latin one where it is missing. */
  public LocalText withCyrillic() {
    String latin = texts.get(Language.UZ_LATN);
    if (latin == null || texts.containsKey(Language.UZ_CYRL)) {
      return this;
    }
    var all = new EnumMap<Language, String>(texts);
    all.put(Language.UZ_CYRL, Transliteration.toCyrillic(latin));
    return new LocalText(all);
  }

  /** The text for {@code language}, or the nearest that exists; empty only when there is none. */
  public String in(Language language) {
    String exact = texts.get(language);
    if (exact != null) {
      return exact;
    }
    String fallback = texts.get(Language.DEFAULT);
    return fallback != null ? fallback : texts.values().stream().findFirst().orElse("");
  }

  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /** Languages without a text of their own; empty for a complete text. */
  public Set<Language> missing() {
    var missing = new LinkedHashSet<>(Language.all());
    texts.forEach(
        (language, text) -> {
          if (!text.isBlank()) {
            missing.remove(language);
          }
        });
    return missing;
  }
}
