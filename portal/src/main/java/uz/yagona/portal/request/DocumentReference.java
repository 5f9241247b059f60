package uz.yagona.portal.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision document in the signing worker's store.
 *
 * @param sha256 of the signed file, of the draft while it is unsigned
 * @param level as {@code B-T}; {@code null} while unsigned
 */
public record DocumentReference(
    String documentId,
    String documentNumber,
    String sha256,
    boolean signed,
    @Nullable Instant signedAt,
    @Nullable String signer,
    @Nullable String level) {}
