package uz.yagona.portal.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number of the law.
 *
 * @param customerType {@code ANY}, or the kind of customer it holds for
 * @param unit {@code WORKING_DAY}, {@code CALENDAR_DAY}, {@code YEAR} or {@code CHARACTER}
 * @param validTo last day, {@code null} while in force
 */
public record LegalParam(
    String key,
    String customerType,
    String value,
    String unit,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String legalRef,
    LegalStatus status) {

  /** The value as a whole number; throws {@code IllegalStateException} when it is none. */
  public int number() {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          "Expected legal parameter %s to be a whole number, but it is '%s'".formatted(key, value));
    }
  }
}
