package uz.yagona.portal.signing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a holder asks the registration desk for.
 *
 * @param kind {@code ISSUE}, {@code EXTEND}, {@code LIFT} or {@code REVOKE}
 * @param serial certificate it is about; {@code null} for a new one
 * @param reason why to revoke; {@code null} for other kinds
 * @param takenBy officer who works on it; {@code null} while it waits
 * @param identityKind document that was shown; {@code null} before the check
 * @param operationId what waits for a second officer; {@code null} before the check
 * @param state {@code WAITING}, {@code TAKEN}, {@code CHECKED}, {@code DONE} or {@code REFUSED}
 * @param refusal code of why it was refused
 * @param resultSerial the certificate that came of it
 */
public record CertificateApplication(
    UUID applicationId,
    String kind,
    String userName,
    String displayName,
    String position,
    @Nullable String serial,
    @Nullable Integer months,
    @Nullable String reason,
    Instant appliedAt,
    @Nullable String takenBy,
    @Nullable String identityKind,
    @Nullable UUID operationId,
    String state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String refusal,
    @Nullable String resultSerial) {

  /** Whether an officer may still check or refuse it. */
  public boolean isUnchecked() {
    return state.equals("WAITING") || state.equals("TAKEN");
  }

  /** Whether somebody must still act on it. */
  public boolean isOpen() {
    return isUnchecked() || state.equals("CHECKED");
  }
}
