package uz.yagona.signing.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.yagona.signing.Language;

/**
 * A document on record.
 *
 * @param documentNumber such as {@code UZ-DOC-2026-000001}
 * @param template code of the kind of document, such as {@code D-28}
 * @param jobKey the job that made it
 * @param draftSha256 of the unsigned file
 * @param signedSha256 of the file with all signatures so far; {@code null} before the first
 * @param supersededBy the later document that took its place; {@code null} while in force
 * @param openSignatures how many signatures are missing until it is in force
 */
public record Document(
    UUID documentId,
    String documentNumber,
    String template,
    String requestId,
    String requestNumber,
    Language language,
    long jobKey,
    String draftSha256,
    @Nullable String signedSha256,
    Instant createdAt,
    @Nullable Instant signedAt,
    @Nullable UUID supersededBy,
    int openSignatures) {

  /** Where it stands. */
  public DocumentState state() {
    if (supersededBy != null) {
      return DocumentState.SUPERSEDED;
    }
    if (signedSha256 == null) {
      return DocumentState.DRAFT;
    }
    return openSignatures > 0 ? DocumentState.PARTLY_SIGNED : DocumentState.SIGNED;
  }

  /** Whether it is signed and nothing took its place. */
  public boolean isInForce() {
    return state() == DocumentState.SIGNED;
  }

  /** Digest of the file that the next signature covers. */
  public String currentSha256() {
    return signedSha256 == null ? draftSha256 : signedSha256;
  }
}
