package uz.yagona.portal.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a PDF found.
 *
 * @param result {@code VALID}, {@code VALID_UNKNOWN_DOCUMENT}, {@code CHANGED}, {@code NOT_SIGNED},
 *     {@code INDETERMINATE} or {@code NOT_A_PDF}
 * @param document the document on record, {@code null} when there is none
 * @param reasons codes, as {@code CHANGED_AFTER_SIGNING}
 */
public record Verification(
    String result,
    String sha256,
    @Nullable KnownDocument document,
    List<VerifiedSignature> signatures,
    List<String> reasons) {

  /** The document that this file is on record as. */
  public record KnownDocument(String documentId, String documentNumber, boolean inForce) {}

  /**
   * @param indication of EN 319 102-1, as {@code TOTAL_PASSED}
   */
  public record VerifiedSignature(
      String result,
      String indication,
      @Nullable String subIndication,
      @Nullable String signerName,
      @Nullable String signerPosition,
      @Nullable String level,
      @Nullable Instant signedAt,
      boolean coversWholeFile,
      List<String> messages) {}
}
