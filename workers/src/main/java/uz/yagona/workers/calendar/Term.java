package uz.yagona.workers.calendar;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.yagona.client.JobException;

/**
 * How long something may take.
 *
 * @param amount at least 1
 * @param legalRef the norm that the term comes from
 * @param legalStatus {@code VERIFIED} or {@code UNVERIFIED}
 */
public record Term(int amount, TermUnit unit, String legalRef, String legalStatus) {

  /**
   * Reads the output of {@code sla.dmn}.
   *
   * @throws JobException when it is not a term; repeating does not heal that
   */
  public static Term of(Map<String, @Nullable Object> sla) {
    if (!(sla.get("amount") instanceof Number amount) || amount.intValue() < 1) {
      throw JobException.permanent(
          "Expected sla.amount to be a number of at least 1, but it is " + sla.get("amount"));
    }
    return new Term(
        amount.intValue(),
        unit(sla.get("unit")),
        Objects.toString(sla.get("legalRef"), ""),
        Objects.toString(sla.get("legalStatus"), "UNVERIFIED"));
  }

  private static TermUnit unit(@Nullable Object name) {
    return Arrays.stream(TermUnit.values())
        .filter(unit -> unit.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                JobException.permanent(
                    "Expected sla.unit to be one of %s, but it is %s"
                        .formatted(Arrays.toString(TermUnit.values()), name)));
  }
}
