package uz.yagona.portal.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature on a document.
 *
 * @param signer user name
 * @param level as {@code B-T}
 */
public record DocumentSignature(
    String signer,
    String signerName,
    String signerPosition,
    String level,
    Instant signedAt,
    String certificateSerial,
    @Nullable String reason) {}
