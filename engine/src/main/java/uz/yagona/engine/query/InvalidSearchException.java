package uz.yagona.engine.query;

/** The caller asked for what cannot be searched; the message says what was expected and found. */
public final class InvalidSearchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidSearchException(String message) {
    super(message);
  }
}
