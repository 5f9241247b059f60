package uz.yagona.signing.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signature on a document.
 *
 * @param field name of the signature field
 * @param jobKey the job that made it
 * @param signer user name
 * @param level such as {@code PAdES-B-T}
 * @param signedAt proven by the timestamp; at level B-B as claimed
 * @param certificateSerial hexadecimal
 * @param inputSha256 of the file that was signed
 * @param outputSha256 of the file with this signature
 * @param principal the official in whose place the signer signed; {@code null} for the own
 * @param substitutionId the order that allows it; {@code null} for the own
 */
public record Signature(
    String field,
    long jobKey,
    String signer,
    String signerName,
    String signerPosition,
    String level,
    @Nullable String reason,
    Instant signedAt,
    String certificateSerial,
    String inputSha256,
    String outputSha256,
    @Nullable String principal,
    @Nullable UUID substitutionId) {}
