package uz.yagona.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;

/** Time, latencies and the database's counters of one measured stretch. */
final class Measure {
  private static final JsonMapper JSON = new JsonMapper();
  private final Target target;
  private final String name;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final Histogram micros = new Histogram(3);
  private final long walBefore;
  private final long commitsBefore;
  private final long bytesBefore;
  private final long startedAt;

  private Measure(Target target, String name) {
    this.target = target;
    this.name = name;
    this.bytesBefore = target.engineBytes();
    this.commitsBefore = target.commits();
    this.walBefore = target.walBytes();
    this.startedAt = System.nanoTime();
  }

  static Measure start(Target target, String name) {
    return new Measure(target, name);
  }

  synchronized void latency(long nanos) {
    micros.recordValue(Math.max(0, nanos / 1_000));
  }

  Measure fact(String key, Object value) {
    facts.put(key, value);
    return this;
  }

  /** Prints the line; {@code operations} is what was done in the stretch. */
  void print(long operations) {
    var seconds = (System.nanoTime() - startedAt) / 1e9;
    var line = new LinkedHashMap<String, Object>();
    line.put("work", name);
    line.putAll(facts);
    line.put("operations", operations);
    line.put("seconds", rounded(seconds));
    line.put("per_second", rounded(operations / seconds));
    if (micros.getTotalCount() > 0) {
      line.put("p50_ms", rounded(micros.getValueAtPercentile(50) / 1e3));
      line.put("p99_ms", rounded(micros.getValueAtPercentile(99) / 1e3));
      line.put("max_ms", rounded(micros.getMaxValue() / 1e3));
    }
    if (walBefore >= 0) {
      line.put("wal_bytes_per_operation", (target.walBytes() - walBefore) / operations);
      line.put(
          "commits_per_operation",
          rounded((target.commits() - commitsBefore) / (double) operations));
      line.put("kept_bytes_per_operation", (target.engineBytes() - bytesBefore) / operations);
    }
    System.out.println(JSON.writeValueAsString(line));
  }

  private static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
