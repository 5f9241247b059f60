package uz.yagona.forms.national;

import java.util.Optional;

/**
 * Taxpayer number (STIR, INN): nine digits without a checksum; 2 or 3 first for legal entities, 4
 * to 9 for persons.
 */
public record Stir(String digits) {
  /** {@code IllegalArgumentException} when it is not a number of that form. */
  public Stir {
    if (digits.length() != 9 || !Digits.only(digits) || digits.charAt(0) < '2') {
      throw new IllegalArgumentException(
          "Expected nine digits, the first 2 to 9, but found another text");
    }
  }

  /** Reads what a person typed, spaces allowed; empty when it is not valid. */
  public static Optional<Stir> parse(String typed) {
    String digits = Digits.withoutSpaces(typed);
    return digits.length() == 9 && Digits.only(digits) && digits.charAt(0) >= '2'
        ? Optional.of(new Stir(digits))
        : Optional.empty();
  }

  public boolean isLegalEntity() {
    return digits.charAt(0) <= '3';
  }
}
