package uz.yagona.portal.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of a signer.
 *
 * @param state {@code VALID}, {@code REVOKED} or {@code EXPIRED}
 */
public record SignerCertificate(
    String serial,
    String subject,
    Instant notBefore,
    Instant notAfter,
    String state,
    @Nullable Instant revokedAt,
    @Nullable String reason) {}
