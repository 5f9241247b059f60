package uz.yagona.gateway.problem;

/** An operation or option of the API that this engine does not have; answered with 501. */
public final class NotSupportedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotSupportedException(String sentence) {
    super(sentence, null, false, false);
  }
}
