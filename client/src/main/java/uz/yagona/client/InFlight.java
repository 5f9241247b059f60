package uz.yagona.client;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Counts jobs between their fetch and their answer, so that a stop can wait for them. */
final class InFlight {
  private final Phaser phaser = new Phaser(1);

  void begin() {
    phaser.register();
  }

  void end() {
    phaser.arriveAndDeregister();
  }

  int count() {
    return phaser.getRegisteredParties() - 1;
  }

  /** Waits until no job is running; {@code false} when some still are after {@code limit}. */
  boolean awaitNone(Duration limit) {
    try {
      phaser.awaitAdvanceInterruptibly(phaser.arrive(), limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
