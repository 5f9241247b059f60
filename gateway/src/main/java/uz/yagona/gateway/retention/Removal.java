package uz.yagona.gateway.retention;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is over every few minutes, some at a time; nodes that do it at once do no harm. A
 * removal that fails is tried again the next time.
 */
public final class Removal implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Removal.class);
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final String what;
  private final int atOnce;
  private final IntUnaryOperator remove;
  private final ScheduledExecutorService scheduler;

  /**
   * @param what is removed, in the plural, for the log
   * @param thread name of the thread
   * @param atOnce most that are removed in one go
   * @param remove removes at most so many and gives how many they were
   */
  public Removal(String what, String thread, int atOnce, IntUnaryOperator remove) {
    this.what = what;
    this.atOnce = atOnce;
    this.remove = remove;
    scheduler =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var daemon = new Thread(task, thread);
              daemon.setDaemon(true);
              return daemon;
            });
    var unused =
        scheduler.scheduleWithFixedDelay(
            this::tryAll, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
  }

  private void tryAll() {
    try {
      var unused = all();
    } catch (RuntimeException e) {
      log.warn("{} stay for now: {}", what, e.toString());
    }
  }

  /** Removes all that is over now; gives how many they were. */
  public int all() {
    var removed = 0;
    int last;
    do {
      last = remove.applyAsInt(atOnce);
      removed += last;
    } while (last == atOnce);
    return removed;
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
