package uz.yagona.forms.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A named check of a text or choice, the {@code check} parameter of a field. */
public enum Check {
  PINFL,
  STIR,
  PHONE_UZ,
  SOATO_REGION,
  SOATO_DISTRICT,
  CADASTRE_NO,
  EMAIL;

  /** The word in form models: {@code pinfl}, {@code phone-uz}, … */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Check> find(String word) {
    return Arrays.stream(values()).filter(check -> check.word().equals(word)).findFirst();
  }

  /** Whether the field is drawn as a list of choices that the check itself brings. */
  public boolean bringsChoices() {
    return this == SOATO_REGION || this == SOATO_DISTRICT;
  }
}
