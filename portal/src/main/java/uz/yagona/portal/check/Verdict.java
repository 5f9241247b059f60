package uz.yagona.portal.check;

import uz.yagona.portal.signing.Verification;

/**
 * One word for the result of a check, as it stands in {@code data-result} and in the texts {@code
 * check.verdict.*}.
 */
enum Verdict {
  VALID("ok"),
  SUPERSEDED("warn"),
  PARTLY_SIGNED("warn"),
  VALID_UNKNOWN_DOCUMENT("warn"),
  CHANGED("danger"),
  REVOKED("danger"),
  NOT_SIGNED("danger"),
  INDETERMINATE("warn"),
  NOT_A_PDF("danger"),
  UNKNOWN("danger");

  private static final String REVOKED_CERTIFICATE = "CERTIFICATE_REVOKED";

  private final String tone;

  Verdict(String tone) {
    this.tone = tone;
  }

  static Verdict of(Verification verification) {
    if (verification.reasons().contains(REVOKED_CERTIFICATE)) {
      return REVOKED;
    }
    var document = verification.document();
    return switch (verification.result()) {
      case "VALID" -> document == null || document.inForce() ? VALID : SUPERSEDED;
      case "VALID_UNKNOWN_DOCUMENT" -> VALID_UNKNOWN_DOCUMENT;
      case "CHANGED" -> CHANGED;
      case "NOT_SIGNED" -> NOT_SIGNED;
      case "NOT_A_PDF" -> NOT_A_PDF;
      default -> INDETERMINATE;
    };
  }

  /** Modifier of {@code yg-message}. */
  public String tone() {
    return tone;
  }
}
