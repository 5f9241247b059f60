package uz.yagona.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Work for several clients that take the next index as soon as they are free. */
final class Parallel {
  private Parallel() {}

  /** Rethrows the first failure, after all clients have ended. */
  static void run(int count, int clients, IntConsumer work) throws InterruptedException {
    var next = new AtomicInteger();
    var failure = new AtomicReference<@Nullable RuntimeException>();
    var threads = Executors.newFixedThreadPool(clients);
    for (var i = 0; i < clients; i++) {
      threads.execute(
          () -> {
            try {
              for (var index = next.getAndIncrement();
                  index < count;
                  index = next.getAndIncrement()) {
                work.accept(index);
              }
            } catch (RuntimeException e) {
              failure.compareAndSet(null, e);
            }
          });
    }
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.HOURS);
    var first = failure.get();
    if (first != null) {
      throw first;
    }
  }
}
