package uz.yagona.signing.pki;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that gives trust and therefore needs a second person: a certificate, its extension, the
 * end of its suspension.
 *
 * @param userName holder of the certificate
 * @param displayName of the holder; {@code null} unless a certificate is to be issued
 * @param position office of the holder; {@code null} unless a certificate is to be issued
 * @param serial of the certificate to extend or to take off hold; {@code null} for a new one
 * @param identityKind document shown at the desk, such as {@code PASSPORT}; its number is not kept
 * @param months asked for; {@code null} for as long as policy allows
 * @param decidedBy the second person; {@code null} while open
 * @param refusal why it was refused; {@code null} otherwise
 * @param resultSerial the certificate that came of it
 * @param publicKey DER of the key that the holder keeps and showed to possess; {@code null} for a
 *     key made here
 */
public record CaOperation(
    UUID operationId,
    Kind kind,
    String userName,
    @Nullable String displayName,
    @Nullable String position,
    @Nullable String serial,
    @Nullable String identityKind,
    @Nullable Integer months,
    String requestedBy,
    Instant requestedAt,
    State state,
    @Nullable String decidedBy,
    @Nullable String refusal,
    @Nullable String resultSerial,
    @JsonIgnore byte @Nullable [] publicKey) {

  /** What is asked for. */
  public enum Kind {
    ISSUE,
    EXTEND,
    LIFT
  }

  /** Where it stands. */
  public enum State {
    REQUESTED,
    DONE,
    REFUSED
  }

  /** A new certificate for a person who showed a document at the desk. */
  static CaOperation issue(
      Person person,
      String identityKind,
      @Nullable Integer months,
      String requestedBy,
      Instant at,
      byte @Nullable [] publicKey) {
    return new CaOperation(
        UUID.randomUUID(),
        Kind.ISSUE,
        person.userName(),
        person.displayName(),
        person.position(),
        null,
        identityKind,
        months,
        requestedBy,
        at,
        State.REQUESTED,
        null,
        null,
        null,
        publicKey);
  }

  /** An operation on a certificate there is. */
  static CaOperation on(Kind kind, String serial, String userName, String requestedBy, Instant at) {
    return new CaOperation(
        UUID.randomUUID(),
        kind,
        userName,
        null,
        null,
        serial,
        null,
        null,
        requestedBy,
        at,
        State.REQUESTED,
        null,
        null,
        null,
        null);
  }
}
