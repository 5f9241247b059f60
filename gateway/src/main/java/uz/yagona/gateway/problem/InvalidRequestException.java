package uz.yagona.gateway.problem;

/** The request cannot be understood; the message says what was expected and found. */
public final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidRequestException(String message) {
    super(message, null, false, false);
  }
}
