package uz.yagona.samples;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks again until something is there, as a person who reloads a page. */
public final class Patience {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(300);

  private Patience() {}

  /**
   * @param what for the message when it does not appear
   */
  public static <T> T until(String what, Supplier<Optional<T>> look) {
    var deadline = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      var found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      pause();
    }
    throw new IllegalStateException(
        "Expected %s within %d s, but it did not appear".formatted(what, LIMIT.toSeconds()));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting", e);
    }
  }
}
