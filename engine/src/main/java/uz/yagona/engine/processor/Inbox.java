package uz.yagona.engine.processor;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What waits for the writer thread; commands are bounded in number. */
final class Inbox {
  private static final long MOMENT_NANOS = 200_000;

  private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger commands = new AtomicInteger();
  private final int capacity;

  /** Used by the writer thread alone. */
  private int lastSize;

  Inbox(int capacity) {
    this.capacity = capacity;
  }

  /** {@code false} when too many commands wait already. */
  boolean offer(Work.Request request) {
    if (commands.incrementAndGet() > capacity) {
      commands.decrementAndGet();
      return false;
    }
    return queue.add(request);
  }

  /** Tasks are few: each belongs to a caller that waits. */
  void add(Work.Task task) {
    queue.add(task);
  }

  /**
   * Waits for the first and takes what else is there. When more came together last time, the others
   * get a moment to arrive: one commit for many is worth more than the moment.
   */
  void drain(List<Work> into, int limit, long waitNanos) throws InterruptedException {
    var first = waitNanos <= 0 ? queue.poll() : queue.poll(waitNanos, TimeUnit.NANOSECONDS);
    if (first != null) {
      into.add(first);
      queue.drainTo(into, limit - 1);
      if (into.size() < Math.min(lastSize, limit)) {
        LockSupport.parkNanos(MOMENT_NANOS);
        queue.drainTo(into, limit - into.size());
      }
      lastSize = into.size();
      into.forEach(this::taken);
    }
  }

  @Nullable Work poll() {
    var next = queue.poll();
    if (next != null) {
      taken(next);
    }
    return next;
  }

  private void taken(Work work) {
    if (work instanceof Work.Request) {
      commands.decrementAndGet();
    }
  }

  int size() {
    return commands.get();
  }
}
