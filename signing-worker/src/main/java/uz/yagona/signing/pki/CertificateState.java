package uz.yagona.signing.pki;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signer certificate as operators see it.
 *
 * @param serial hexadecimal
 * @param revokedAt {@code null} unless revoked
 * @param reason {@code null} unless revoked
 */
public record CertificateState(
    String serial,
    String subject,
    Instant notBefore,
    Instant notAfter,
    @Nullable Instant revokedAt,
    @Nullable RevocationReason reason) {

  static CertificateState of(IssuedCertificate row, @Nullable Revocation revocation) {
    return new CertificateState(
        row.serial(),
        row.subject(),
        row.notBefore(),
        row.notAfter(),
        revocation == null ? null : revocation.revokedAt(),
        revocation == null ? null : revocation.reason());
  }
}
