package uz.yagona.forms;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that every text of the product exists in. */
public enum Language {
  UZ_LATN("uz-Latn"),
  UZ_CYRL("uz-Cyrl"),
  RU("ru"),
  EN("en");

  /**
   * The language of a form's plain {@code name} and {@code hint} texts, and the fallback of the
   * others.
   */
  public static final Language DEFAULT = UZ_LATN;

  private static final List<Language> ALL = List.of(values());

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag, as in {@code <html lang>} and in process variables. */
  public String tag() {
    return tag;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** The locale for number and plural rules. */
  public ULocale pluralLocale() {
    return ULocale.forLanguageTag(tag);
  }

  public static List<Language> all() {
    return ALL;
  }

  /** Finds by BCP 47 tag, ignoring case; {@code uz} alone means Latin script. */
  public static Optional<Language> find(String tag) {
    if (tag.equalsIgnoreCase("uz")) {
      return Optional.of(UZ_LATN);
    }
    return ALL.stream().filter(language -> language.tag.equalsIgnoreCase(tag)).findFirst();
  }

  /** As {@link #find}, with {@link #DEFAULT} for anything unknown. */
  public static Language of(String tag) {
    return find(tag).orElse(DEFAULT);
  }
}
