package uz.yagona.portal.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of an applicant, without its bytes.
 *
 * @param subjectId the person whose key seals it
 * @param fieldId upload field of the form
 * @param name cleaned name with the extension of the real type
 * @param mediaType told from the content
 * @param size in bytes
 * @param sha256 of the plain bytes, hexadecimal
 */
public record Attachment(
    UUID attachmentId,
    UUID subjectId,
    String fieldId,
    String name,
    String mediaType,
    long size,
    String sha256,
    Instant addedAt) {}
