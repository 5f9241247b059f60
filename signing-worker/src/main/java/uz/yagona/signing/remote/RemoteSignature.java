package uz.yagona.signing.remote;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signature between its two steps.
 *
 * @param signer user name
 * @param inputSha256 of the file that the person was shown and signs
 * @param certificateSerial of the person; {@code null} for E-IMZO until it is checked
 * @param preparedAt also the signing time that the PDF claims
 * @param dataToSign DER of the signed attributes; for E-IMZO the SHA-256 of the file
 * @param value signature, or PKCS#7; {@code null} unless it is given and not used yet
 * @param finding of the checking service; {@code null} unless E-IMZO was checked
 */
record RemoteSignature(
    UUID remoteSignatureId,
    RemoteMethod method,
    UUID documentId,
    long processInstanceKey,
    long userTaskKey,
    String signer,
    String inputSha256,
    @Nullable String certificateSerial,
    Instant preparedAt,
    Instant expiresAt,
    byte[] dataToSign,
    State state,
    byte @Nullable [] value,
    @Nullable EImzoFinding finding) {

  /** Where it stands. */
  enum State {
    PREPARED,
    GIVEN,
    USED
  }
}
