package uz.yagona.engine.query;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Large totals of a moment ago. To count thousands of rows costs far more than to read one page of
 * them, and lists are read again and again; small totals are always counted.
 */
final class Totals {
  static final long SMALL = 1_000;
  static final Duration AGE = Duration.ofSeconds(2);
  private static final int MOST = 1_000;

  private final LongSupplier nanoTime;
  private final Map<String, Total> totals =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Total> eldest) {
          return size() > MOST;
        }
      };

  private record Total(long count, long countedAt) {}

  Totals(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The total of the same search if it was counted a moment ago. */
  synchronized @Nullable Long find(String search) {
    var total = totals.get(search);
    return total != null && nanoTime.getAsLong() - total.countedAt() < AGE.toNanos()
        ? total.count()
        : null;
  }

  synchronized long keep(String search, long count) {
    if (count > SMALL) {
      totals.put(search, new Total(count, nanoTime.getAsLong()));
    } else {
      totals.remove(search);
    }
    return count;
  }
}
