package uz.yagona.portal.filing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form that somebody has begun.
 *
 * @param requestId the request that it answers a question about; {@code null} for a new request
 * @param sealedValues what was typed, sealed with the person's key
 */
public record UnfinishedForm(
    UUID draftId,
    String userName,
    String serviceCode,
    @Nullable UUID requestId,
    UUID subjectId,
    byte[] sealedValues,
    Instant updatedAt) {}
