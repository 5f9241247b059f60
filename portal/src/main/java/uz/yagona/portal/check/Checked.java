package uz.yagona.portal.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.yagona.portal.signing.SigningDocument;
import uz.yagona.portal.signing.Verification;

/**
 * What the check of a file or of a document on record found.
 *
 * @param document on record; {@code null} when there is none
 * @param verification of the signatures; {@code null} when there is no file to verify
 * @param later ends of certificates after they had signed
 */
record Checked(
    Verdict verdict,
    @Nullable SigningDocument document,
    @Nullable Verification verification,
    List<LaterEnd> later) {
  static final Checked UNKNOWN = new Checked(Verdict.UNKNOWN, null, null);

  Checked(
      Verdict verdict, @Nullable SigningDocument document, @Nullable Verification verification) {
    this(verdict, document, verification, List.of());
  }

  Checked with(List<LaterEnd> ends) {
    return new Checked(verdict, document, verification, ends);
  }

  /** Codes of what is wrong. */
  public List<String> reasons() {
    return verification == null ? List.of() : verification.reasons();
  }
}
