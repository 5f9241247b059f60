package uz.yagona.signing.render;

import java.util.List;

/**
 * A prepared place for a signature.
 *
 * @param field name of the form field
 * @param label printed above it; empty for the usual words
 */
record SignaturePlace(String field, String label) {
  /** The one place of a document that its head signs. */
  static final List<SignaturePlace> HEAD =
      List.of(new SignaturePlace(DecisionLayout.SIGNATURE_FIELD, ""));
}
