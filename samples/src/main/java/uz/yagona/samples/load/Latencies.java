package uz.yagona.samples.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** How long one step took, each time. */
final class Latencies {
  private final String step;
  private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());

  Latencies(String step) {
    this.step = step;
  }

  <T> T measure(Supplier<T> work) {
    var begin = System.nanoTime();
    var result = work.get();
    millis.add((System.nanoTime() - begin) / 1_000_000);
    return result;
  }

  /** The time that {@code percent} of all did not exceed; 0 without measurements. */
  long percentile(int percent) {
    var sorted = millis.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
  }

  @Override
  public String toString() {
    return "%-28s p50 %d ms, p95 %d ms, p99 %d ms, longest %d ms"
        .formatted(step, percentile(50), percentile(95), percentile(99), percentile(100));
  }
}
