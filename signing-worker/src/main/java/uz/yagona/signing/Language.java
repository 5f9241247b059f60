package uz.yagona.signing;

import java.util.Arrays;

/** Languages of documents. */
public enum Language {
  UZ_LATN("uz-Latn"),
  UZ_CYRL("uz-Cyrl"),
  RU("ru"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** BCP 47 tag, as on the wire. */
  public String tag() {
    return tag;
  }

  /**
   * The language with this tag.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Language of(String tag) {
    return Arrays.stream(values())
        .filter(language -> language.tag.equals(tag))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected one of uz-Latn, uz-Cyrl, ru, en, but got " + tag));
  }
}
