package uz.yagona.client;

import io.camunda.client.api.worker.BackoffSupplier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Longer and longer pauses while the engine does not hand out jobs. Says so once a minute for all
 * workers together: on a node that waits for the lead this is how things are.
 */
final class PollBackoff implements BackoffSupplier {
  private static final Logger log = LoggerFactory.getLogger(PollBackoff.class);
  private static final long SHORTEST_MILLIS = 200;
  private static final long LONGEST_MILLIS = 5_000;
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final BackoffSupplier pauses =
      BackoffSupplier.newBackoffBuilder()
          .minDelay(SHORTEST_MILLIS)
          .maxDelay(LONGEST_MILLIS)
          .build();
  private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.MIN);
  private final InstantSource clock;

  PollBackoff(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public long supplyRetryDelay(long currentRetryDelay) {
    var now = clock.instant();
    var quiet = quietUntil.get();
    if (!now.isBefore(quiet) && quietUntil.compareAndSet(quiet, now.plus(SILENCE))) {
      log.warn(
          "Expected jobs from the engine, but it hands out none: unreachable, overloaded, or waiting for the lead;"
              + " trying again");
    }
    return pauses.supplyRetryDelay(currentRetryDelay);
  }
}
