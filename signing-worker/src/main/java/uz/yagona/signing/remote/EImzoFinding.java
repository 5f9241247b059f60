package uz.yagona.signing.remote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the checking service said of a valid E-IMZO signature; no personal number in it.
 *
 * @param subjectName common name in the certificate
 * @param claimedAt time on the signer's computer; {@code null} when the service told none
 * @param checker host of the service
 * @param simulated whether a simulator made it
 */
record EImzoFinding(
    String subjectName,
    String certificateSerial,
    @Nullable Instant claimedAt,
    Instant checkedAt,
    String checker,
    boolean simulated) {}
