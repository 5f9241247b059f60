package uz.yagona.signing.pki;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the certificate register.
 *
 * @param serial hexadecimal
 * @param userName the person; only for {@link CertificateProfile#SIGNER}
 * @param extensions how often the key was certified anew before
 * @param extensionOf serial of the certificate that this one extends
 */
record IssuedCertificate(
    String serial,
    CertificateProfile profile,
    String subject,
    @Nullable String userName,
    Instant notBefore,
    Instant notAfter,
    X509Certificate certificate,
    int extensions,
    @Nullable String extensionOf) {}
