package uz.yagona.signing.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order by which one official signs in the place of another.
 *
 * @param principal user name of the official who is absent
 * @param substitute user name of the official who signs
 * @param validTo first instant at which it is over
 * @param templates kinds of documents, such as {@code D-28}; empty means all
 * @param registeredBy who entered it; never the substitute
 * @param endedAt when it was ended before its time; {@code null} when it was not
 */
public record Substitution(
    UUID substitutionId,
    String principal,
    String substitute,
    String orderNumber,
    LocalDate orderDate,
    Instant validFrom,
    Instant validTo,
    List<String> templates,
    String registeredBy,
    @Nullable Instant endedAt) {

  /** Copies the templates; checks what the table would refuse less readably. */
  public Substitution {
    templates = List.copyOf(templates);
    if (principal.equals(substitute)) {
      throw new IllegalArgumentException(
          "Expected a substitute other than the principal, but both are " + principal);
    }
    if (registeredBy.equals(substitute)) {
      throw new IllegalArgumentException(
          "Expected the order to be registered by another than the substitute, but both are "
              + substitute);
    }
    if (!validFrom.isBefore(validTo)) {
      throw new IllegalArgumentException(
          "Expected the period to end after %s, but it ends at %s".formatted(validFrom, validTo));
    }
  }

  /** Whether the substitute may sign documents of this kind at this time. */
  public boolean covers(String template, Instant at) {
    return !at.isBefore(validFrom)
        && at.isBefore(validTo)
        && endedAt == null
        && (templates.isEmpty() || templates.contains(template));
  }
}
