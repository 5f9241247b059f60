package uz.yagona.portal.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of the signing worker, without its bytes.
 *
 * @param state {@code DRAFT}, {@code PARTLY_SIGNED}, {@code SIGNED} or {@code SUPERSEDED}
 * @param supersededBy id of the document that replaced it
 */
public record SigningDocument(
    String documentId,
    String documentNumber,
    String template,
    String requestId,
    String requestNumber,
    String language,
    String state,
    String draftSha256,
    @Nullable String signedSha256,
    @Nullable Instant signedAt,
    @Nullable String supersededBy,
    List<DocumentSignature> signatures,
    List<AttachedSignature> attached) {

  /** Reads an answer without signatures beside the PDF as one with none. */
  public SigningDocument {
    attached = attached == null ? List.of() : List.copyOf(attached);
  }

  /** Whether signatures of its plan are missing. */
  public boolean isPartlySigned() {
    return state.equals("PARTLY_SIGNED");
  }

  /** Whether it is signed and nothing has replaced it. */
  public boolean isInForce() {
    return state.equals("SIGNED");
  }
}
