package uz.yagona.forms.file;

import org.jspecify.annotations.Nullable;

/**
 * A file that passed the check.
 *
 * @param name cleaned name with the extension of its real type
 * @param type told from the content; {@code null} for a file kept from before, whose store knows it
 * @param size in bytes
 * @param reference the store's id of a file accepted before, {@code null} for a new one
 */
public record AcceptedFile(
    String name,
    @Nullable FileType type,
    long size,
    UploadedFile.Content content,
    @Nullable String reference) {}
