package uz.yagona.app;

/** The product cannot start; the message is one line for the person at the terminal. */
final class LaunchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LaunchException(String line) {
    super(line);
  }
}
