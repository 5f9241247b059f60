package uz.yagona.engine.processor;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What waits for the writer thread; commands are bounded in number. */
final class Inbox {
  private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger commands = new AtomicInteger();
  private final int capacity;

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

  /** Waits for the first, takes what else is there. */
  void drain(List<Work> into, int limit, long waitNanos) throws InterruptedException {
    var first = waitNanos <= 0 ? queue.poll() : queue.poll(waitNanos, TimeUnit.NANOSECONDS);
    if (first != null) {
      into.add(first);
      queue.drainTo(into, limit - 1);
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
