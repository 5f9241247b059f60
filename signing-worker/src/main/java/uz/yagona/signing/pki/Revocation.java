package uz.yagona.signing.pki;

import java.time.Instant;

/**
 * The end of a certificate before its time.
 *
 * @param serial of the certificate, hexadecimal
 */
public record Revocation(String serial, Instant revokedAt, RevocationReason reason) {

  /** Whether it may end. */
  boolean isHold() {
    return reason == RevocationReason.CERTIFICATE_HOLD;
  }
}
