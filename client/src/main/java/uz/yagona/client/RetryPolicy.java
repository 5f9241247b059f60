package uz.yagona.client;

import java.time.Duration;

/**
 * Waiting time between two runs of a failing job; it doubles from one run to the next.
 *
 * @param attempts the number of runs that the model gives a new job
 * @param first the pause after the first failure
 * @param longest upper limit of the pause
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {
  /** Three runs; 5 s, then 10 s between them. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(3, Duration.ofSeconds(5), Duration.ofMinutes(5));

  private static final int MAX_DOUBLINGS = 20;

  /** The pause after a failure, when the job had {@code retries} left before it. */
  Duration pauseAfterFailureWith(int retries) {
    var doublings = Math.min(Math.max(attempts - retries, 0), MAX_DOUBLINGS);
    var pause = first.multipliedBy(1L << doublings);
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
