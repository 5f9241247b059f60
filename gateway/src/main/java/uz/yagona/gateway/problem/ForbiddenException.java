package uz.yagona.gateway.problem;

/** The caller is known but may not do this here; answered with 403. */
public final class ForbiddenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ForbiddenException(String sentence) {
    super(sentence, null, false, false);
  }
}
