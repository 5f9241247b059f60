package uz.yagona.portal.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order by which one official signs in the place of another.
 *
 * @param substitutionId {@code null} for one that is not registered yet
 * @param validTo first instant at which it is over
 * @param templates kinds of documents; empty means all
 * @param endedAt when it was ended before its time
 */
public record SubstitutionOrder(
    @Nullable UUID substitutionId,
    String principal,
    String substitute,
    String orderNumber,
    LocalDate orderDate,
    Instant validFrom,
    Instant validTo,
    List<String> templates,
    String registeredBy,
    @Nullable Instant endedAt) {

  /** {@code ENDED}, {@code OVER}, {@code COMING} or {@code IN_FORCE}. */
  public String stateAt(Instant now) {
    if (endedAt != null) {
      return "ENDED";
    }
    if (!now.isBefore(validTo)) {
      return "OVER";
    }
    return now.isBefore(validFrom) ? "COMING" : "IN_FORCE";
  }
}
