package uz.yagona.client;

/**
 * A failure of a job whose message operators may read: it names what was expected and found, and
 * holds no personal data. The message of any other exception stays out of the engine and the log.
 */
public class JobException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean retryable;

  private JobException(String message, boolean retryable, Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  private JobException(String message, boolean retryable) {
    super(message);
    this.retryable = retryable;
  }

  /** A failure that may pass, such as a service that is down: the job runs again later. */
  public static JobException temporary(String message, Throwable cause) {
    return new JobException(message, true, cause);
  }

  /** A failure that may pass, without a cause. */
  public static JobException temporary(String message) {
    return new JobException(message, true);
  }

  /** A failure that repeating cannot heal: an incident is raised at once. */
  public static JobException permanent(String message) {
    return new JobException(message, false);
  }

  /** Whether running the job again may succeed. */
  public boolean isRetryable() {
    return retryable;
  }
}
