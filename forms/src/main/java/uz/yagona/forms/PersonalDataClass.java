package uz.yagona.forms;

import java.util.Locale;

/**
 * How closely a field's value must be kept (ZRU-547). {@code PERSONAL} and {@code SPECIAL} values
 * never become process variables: they go to the vault.
 */
public enum PersonalDataClass {
  PUBLIC,
  INTERNAL,
  PERSONAL,
  SPECIAL;

  public boolean mayBeProcessVariable() {
    return this == PUBLIC || this == INTERNAL;
  }

  /**
   * The word used in form models: {@code public}, {@code internal}, {@code personal}, {@code
   * special}.
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the word of a form model; {@code IllegalArgumentException} for any other. */
  public static PersonalDataClass ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
