package uz.yagona.forms.national;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Personal identification number of a natural person (PINFL, JSHSHIR): 14 digits, rules of PKM-177
 * of 12.04.2022.
 *
 * <p>Digit 1 tells sex and century, digits 2 to 7 the birth day as DDMMYY, digit 14 is a checksum
 * with weights 7, 3, 1.
 */
public record Pinfl(String digits) {
  private static final int LENGTH = 14;
  private static final int[] WEIGHTS = {7, 3, 1};

  /** What is wrong with a number. */
  public enum Fault {
    LENGTH,
    CENTURY,
    BIRTH_DATE,
    CHECKSUM
  }

  /**
   * Accepts only a valid number; {@code IllegalArgumentException} names the fault but never the
   * number.
   */
  public Pinfl {
    fault(digits)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(
                  "Expected a valid PINFL, but found fault " + fault);
            });
  }

  /** Reads what a person typed, spaces allowed; empty when it is not valid. */
  public static Optional<Pinfl> parse(String typed) {
    String digits = Digits.withoutSpaces(typed);
    return fault(digits).isEmpty() ? Optional.of(new Pinfl(digits)) : Optional.empty();
  }

  /** The first fault of a number as typed, or empty for a valid one. */
  public static Optional<Fault> fault(String typed) {
    String digits = Digits.withoutSpaces(typed);
    if (digits.length() != LENGTH || !Digits.only(digits)) {
      return Optional.of(Fault.LENGTH);
    }
    int first = digits.charAt(0) - '0';
    if (first < 1 || first > 6) {
      return Optional.of(Fault.CENTURY);
    }
    if (birthDate(digits).isEmpty()) {
      return Optional.of(Fault.BIRTH_DATE);
    }
    return checksum(digits) == digits.charAt(LENGTH - 1) - '0'
        ? Optional.empty()
        : Optional.of(Fault.CHECKSUM);
  }

  public LocalDate birthDate() {
    return birthDate(digits).orElseThrow();
  }

  public boolean isMale() {
    return (digits.charAt(0) - '0') % 2 == 1;
  }

  /** First and last two digits, for screens: {@code 3•••••••••••47}. */
  public String masked() {
    return digits.charAt(0) + "•".repeat(LENGTH - 3) + digits.substring(LENGTH - 2);
  }

  /** The masked form, so that no log line shows a number by accident. */
  @Override
  public String toString() {
    return masked();
  }

  /** The checksum digit that belongs to the first 13 digits. */
  static int checksum(String digits) {
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i % WEIGHTS.length];
    }
    return sum % 10;
  }

  private static Optional<LocalDate> birthDate(String digits) {
    int century = 1800 + 100 * ((digits.charAt(0) - '1') / 2);
    try {
      return Optional.of(
          LocalDate.of(
              century + Integer.parseInt(digits, 5, 7, 10),
              Integer.parseInt(digits, 3, 5, 10),
              Integer.parseInt(digits, 1, 3, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
