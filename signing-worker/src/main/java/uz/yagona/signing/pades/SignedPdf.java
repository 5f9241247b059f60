package uz.yagona.signing.pades;

import java.time.Instant;

/**
 * The outcome of a signature.
 *
 * @param field name of the field that was filled
 * @param signedAt time of the signature timestamp; at level B-B the claimed time
 */
public record SignedPdf(byte[] content, String field, Instant signedAt) {}
