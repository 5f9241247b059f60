package uz.yagona.engine.processor;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What waits for the writer thread; commands are bounded in number and in what they carry. */
final class Inbox {
  private static final long MOMENT_NANOS = 200_000;

  private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger commands = new AtomicInteger();
  private final AtomicLong volume = new AtomicLong();
  private final int capacity;
  private final long mostVolume;

  /** Used by the writer thread alone. */
  private int lastSize;

  /**
   * @param mostVolume bytes that the waiting commands may take together
   */
  Inbox(int capacity, long mostVolume) {
    this.capacity = capacity;
    this.mostVolume = mostVolume;
  }

  /** {@code false} when too much waits already; a command that waits alone may be of any size. */
  boolean offer(Work.Request request) {
    var number = commands.incrementAndGet();
    var size = volume.addAndGet(request.volume());
    if (number > capacity || (size > mostVolume && size > request.volume())) {
      forget(request);
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
    if (work instanceof Work.Request request) {
      forget(request);
    }
  }

  private void forget(Work.Request request) {
    commands.decrementAndGet();
    volume.addAndGet(-request.volume());
  }

  int size() {
    return commands.get();
  }
}
