package uz.yagona.engine.api;

/** The outcome is unknown: the connection to the database was lost around the commit. */
public final class EngineUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EngineUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
