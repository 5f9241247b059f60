package uz.yagona.portal.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature beside the PDF, checked by another service and not by the signing worker.
 *
 * @param sha256 of the PKCS#7
 * @param subjectName as the certificate writes it
 * @param checker host of the service that found it valid
 * @param simulated whether it is of the simulator, which proves nothing
 */
public record AttachedSignature(
    String sha256,
    String signer,
    String subjectName,
    String certificateSerial,
    @Nullable Instant claimedAt,
    Instant checkedAt,
    String checker,
    boolean simulated) {}
