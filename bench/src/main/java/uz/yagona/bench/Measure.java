package uz.yagona.bench;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.ConcurrentHistogram;
import tools.jackson.databind.json.JsonMapper;

/** Time, latencies and costs of one measured stretch. */
final class Measure {
  private static final JsonMapper JSON = new JsonMapper();
  private final Probe probe;
  private final String name;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final ConcurrentHistogram micros = new ConcurrentHistogram(3);
  private final double loadBefore = load();
  private final Probe.Counters before;

  private Measure(Probe probe, String name) {
    this.probe = probe;
    this.name = name;
    this.before = probe.read();
  }

  static Measure start(Probe probe, String name) {
    return new Measure(probe, name);
  }

  void latency(long nanos) {
    micros.recordValue(Math.max(0, nanos / 1_000));
  }

  Measure fact(String key, Object value) {
    facts.put(key, value);
    return this;
  }

  /** Ends the stretch, in which {@code operations} were done, and prints it. */
  void print(long operations) {
    stop(operations);
    print();
  }

  /** Ends the stretch, in which {@code operations} were done. */
  void stop(long operations) {
    var after = probe.read();
    var seconds = (after.nanos() - before.nanos()) / 1e9;
    facts.put("operations", operations);
    facts.put("seconds", rounded(seconds));
    facts.put("per_second", rounded(operations / seconds));
    if (micros.getTotalCount() > 0) {
      facts.put("p50_ms", rounded(micros.getValueAtPercentile(50) / 1e3));
      facts.put("p99_ms", rounded(micros.getValueAtPercentile(99) / 1e3));
      facts.put("max_ms", rounded(micros.getMaxValue() / 1e3));
    }
    facts.putAll(probe.costs(before, after, Math.max(1, operations)));
    facts.put("load_before", loadBefore);
    facts.put("load_after", load());
  }

  /** Adds what the rows take, when the tables were packed before the stretch and after it. */
  void packed(long operations) {
    facts.put("packed_bytes", (probe.read().bytes() - before.bytes()) / operations);
  }

  void print() {
    var line = new LinkedHashMap<String, Object>();
    line.put("work", name);
    line.putAll(facts);
    System.out.println(JSON.writeValueAsString(line));
  }

  private static double load() {
    return rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
