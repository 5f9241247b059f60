package uz.yagona.signing.verify;

/** A file that is not looked at further: not a PDF, hostile, or beyond the limits. */
final class RefusedFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean isPdf;

  private RefusedFileException(String message, boolean isPdf) {
    super(message);
    this.isPdf = isPdf;
  }

  static RefusedFileException notPdf(String message) {
    return new RefusedFileException(message, false);
  }

  static RefusedFileException beyondLimits(String message) {
    return new RefusedFileException(message, true);
  }

  boolean isPdf() {
    return isPdf;
  }
}
