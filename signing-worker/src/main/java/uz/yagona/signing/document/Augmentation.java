package uz.yagona.signing.document;

import java.time.Instant;

/**
 * A document's file with proof added behind its signatures.
 *
 * @param jobKey the job that made it
 * @param level such as {@code PAdES-B-LTA}
 * @param signatures how many signatures of people the file holds
 * @param renewBefore when the newest timestamp's certificate ends
 */
public record Augmentation(
    long jobKey,
    String level,
    int signatures,
    String inputSha256,
    String outputSha256,
    Instant augmentedAt,
    Instant renewBefore) {}
