package uz.yagona.signing.pki;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the certificate register.
 *
 * @param serial hexadecimal
 * @param userName the person; only for {@link CertificateProfile#SIGNER}
 */
record IssuedCertificate(
    String serial,
    CertificateProfile profile,
    String subject,
    @Nullable String userName,
    Instant notBefore,
    Instant notAfter,
    X509Certificate certificate) {}
