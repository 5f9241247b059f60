package uz.yagona.signing.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a holder asks the registration desk for.
 *
 * @param displayName of the holder, as the portal's register has it
 * @param position office of the holder
 * @param serial certificate it is about; {@code null} for a new one
 * @param months asked for; {@code null} for as long as policy allows
 * @param reason why to revoke, a code of RFC 5280; {@code null} for other kinds
 * @param takenBy officer who works on it; {@code null} while it waits
 * @param identityKind document that was shown, such as {@code PASSPORT}; its number is not kept
 * @param operationId what came of it and needs a second officer; {@code null} before
 * @param decidedBy officer who ended it; {@code null} while open
 * @param refusal code of why it was refused; {@code null} otherwise
 * @param resultSerial the certificate that came of it; {@code null} otherwise
 */
public record Application(
    UUID applicationId,
    Kind kind,
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
    State state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String refusal,
    @Nullable String resultSerial) {

  /** What is asked for. A suspension needs no application: it works at once. */
  public enum Kind {
    ISSUE,
    EXTEND,
    LIFT,
    REVOKE
  }

  /** Where it stands. */
  public enum State {
    WAITING,
    /** An officer checks who asks. */
    TAKEN,
    /** A second officer must approve. */
    CHECKED,
    DONE,
    REFUSED;

    boolean isOpen() {
      return this == WAITING || this == TAKEN || this == CHECKED;
    }
  }

  boolean isAbout(Kind other, @Nullable String otherSerial) {
    return kind == other && (serial == null ? otherSerial == null : serial.equals(otherSerial));
  }
}
