package uz.yagona.signing.portal;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The document that the portal's pages offer from now on.
 *
 * @param sha256 of the file, hexadecimal
 * @param signedAt {@code null} for a draft, as are signer and level
 * @param level such as {@code PAdES-B-T}
 */
public record StoredDocument(
    UUID documentId,
    String documentNumber,
    String sha256,
    boolean signed,
    @Nullable OffsetDateTime signedAt,
    @Nullable String signer,
    @Nullable String level) {

  /** A draft that waits for its signature. */
  public static StoredDocument draft(UUID documentId, String documentNumber, String sha256) {
    return new StoredDocument(documentId, documentNumber, sha256, false, null, null, null);
  }
}
