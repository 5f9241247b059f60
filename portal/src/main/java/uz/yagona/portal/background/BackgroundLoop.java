package uz.yagona.portal.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs one task again and again on a thread of its own: after a pause, or at once when woken. A
 * failing round is logged and the next one follows.
 */
public final class BackgroundLoop implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(BackgroundLoop.class);
  private static final long STOP_LIMIT_MILLIS = 5000;

  private final String name;
  private final Duration pause;
  private final Runnable task;
  private final Semaphore wakes = new Semaphore(0);
  private volatile @Nullable Thread thread;

  /**
   * @param name of the thread
   */
  public BackgroundLoop(String name, Duration pause, Runnable task) {
    this.name = name;
    this.pause = pause;
    this.task = task;
  }

  /** Starts the next round without waiting for the pause to end. */
  public void wake() {
    wakes.release();
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      var fresh = new Thread(this::run, name);
      fresh.setDaemon(true);
      thread = fresh;
      fresh.start();
    }
  }

  @Override
  public synchronized void stop() {
    var running = thread;
    thread = null;
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join(STOP_LIMIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      try {
        task.run();
      } catch (RuntimeException e) {
        if (thread == Thread.currentThread()) {
          log.warn("A round of {} failed and is repeated in {}", name, pause, e);
        }
      }
      await();
    }
  }

  private void await() {
    try {
      if (wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        wakes.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread = null;
    }
  }
}
