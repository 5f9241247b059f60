package uz.yagona.portal.breakglass;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A right to read one case for a while.
 *
 * @param reference number of a letter or call; may be empty
 * @param verdict {@code JUSTIFIED} or {@code NOT_JUSTIFIED}; {@code null} until it was reviewed
 */
public record Emergency(
    UUID grantId,
    String userName,
    UUID requestId,
    EmergencyReason reason,
    String reference,
    Instant grantedAt,
    Instant expiresAt,
    @Nullable String reviewedBy,
    @Nullable Instant reviewedAt,
    @Nullable String verdict) {
  public boolean isOpen() {
    return verdict == null;
  }
}
