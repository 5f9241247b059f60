package uz.yagona.engine.processor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import uz.yagona.engine.state.Written;

/** What an operator watches; all names begin with {@code yagona.engine}. */
final class Meters {
  private static final Duration[] BUCKETS =
      IntStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final DistributionSummary batch;
  private final Timer commit;
  private final Counter rows;

  /** By type; the writer thread asks for one with each batch. */
  private final Map<String, Counter> incidents = new HashMap<>();

  private final Map<String, Counter> jobs = new HashMap<>();

  Meters(MeterRegistry registry) {
    this.registry = registry;
    batch =
        DistributionSummary.builder("yagona.engine.batch")
            .description("Commands that share one commit")
            .baseUnit("commands")
            .register(registry);
    commit =
        Timer.builder("yagona.engine.commit")
            .description("From the first statement of a batch to its commit")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    rows =
        Counter.builder("yagona.engine.rows")
            .description("Rows inserted, updated or deleted")
            .baseUnit("rows")
            .register(registry);
  }

  /** Watches what waits for the writer, and whether this node leads. */
  void watch(Inbox inbox, Writer writer) {
    Gauge.builder("yagona.engine.queue", inbox, Inbox::size)
        .description("Commands that wait for the writer")
        .baseUnit("commands")
        .register(registry);
    Gauge.builder("yagona.engine.leads", writer, at -> at.active() == null ? 0 : 1)
        .description("1 while this node writes, 0 while it waits")
        .register(registry);
  }

  void committed(int commands, Written written, long nanos) {
    batch.record(commands);
    commit.record(Duration.ofNanos(nanos));
    rows.increment(written.rows());
    written.incidents().forEach(this::raised);
  }

  private void raised(String errorType) {
    incidents.computeIfAbsent(errorType, this::incidentsOf).increment();
  }

  private Counter incidentsOf(String errorType) {
    return Counter.builder("yagona.engine.incidents.raised")
        .description("Incidents by error type")
        .tag("type", errorType)
        .register(registry);
  }

  /** Jobs went to a worker. */
  void activated(String jobType, int number) {
    jobs.computeIfAbsent(jobType, this::jobsOf).increment(number);
  }

  private Counter jobsOf(String jobType) {
    return Counter.builder("yagona.engine.jobs.activated")
        .description("Jobs handed to workers, by job type")
        .tag("type", jobType)
        .register(registry);
  }
}
