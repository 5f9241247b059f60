package uz.yagona.signing.pki;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signer certificate as operators see it.
 *
 * @param serial hexadecimal
 * @param userName the person, or {@code organisation:<code>}
 * @param revokedAt {@code null} unless revoked
 * @param reason {@code null} unless revoked
 * @param extensions how often the key was certified anew before
 * @param extensionOf serial of the certificate that this one extends
 */
public record CertificateState(
    String serial,
    @Nullable String userName,
    String subject,
    Instant notBefore,
    Instant notAfter,
    @Nullable Instant revokedAt,
    @Nullable RevocationReason reason,
    int extensions,
    @Nullable String extensionOf) {

  static CertificateState of(IssuedCertificate row, @Nullable Revocation revocation) {
    return new CertificateState(
        row.serial(),
        row.userName(),
        row.subject(),
        row.notBefore(),
        row.notAfter(),
        revocation == null ? null : revocation.revokedAt(),
        revocation == null ? null : revocation.reason(),
        row.extensions(),
        row.extensionOf());
  }
}
