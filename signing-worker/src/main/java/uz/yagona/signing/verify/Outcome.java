package uz.yagona.signing.verify;

/** What is said of a file; {@code VALID} also needs the register to hold this very file. */
enum Outcome {
  VALID,
  VALID_UNKNOWN_DOCUMENT,
  CHANGED,
  NOT_SIGNED,
  INDETERMINATE,
  NOT_A_PDF
}
