package uz.yagona.engine;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the embedded engine.
 *
 * @param nodeName name of this node in the topology
 * @param queueCapacity commands that may wait; more are refused with RESOURCE_EXHAUSTED
 * @param queueVolume memory that the variables of waiting commands may take together; more are
 *     refused with RESOURCE_EXHAUSTED
 * @param batchSize commands that share one commit at most
 * @param cacheRows rows of running instances kept in memory
 * @param stepLimit steps of element instances that one command runs before others have their turn
 * @param variableSize characters that the JSON of one variable may have
 * @param restlessSteps steps that an instance and those it calls take without rest; then an
 *     incident stops them, because the model may loop for ever
 * @param timeZone zone of cron timers, of dates without offset, and of FEEL's now() and today()
 * @param historyRetention how long finished instances are kept
 * @param retentionByProcess how long finished instances of single processes are kept, by process
 *     id, instead of the common time
 * @param cleanupInterval pause between two removals of finished instances
 * @param takeoverAfter how long an active node may show no life before a waiting one takes over
 */
@ConfigurationProperties("yagona.embedded-engine")
public record EngineProperties(
    @DefaultValue("node-0") String nodeName,
    @DefaultValue("10000") int queueCapacity,
    @DefaultValue("200MB") DataSize queueVolume,
    @DefaultValue("500") int batchSize,
    @DefaultValue("400000") int cacheRows,
    @DefaultValue("1000") int stepLimit,
    @DefaultValue("4000000") int variableSize,
    @DefaultValue("1000000") int restlessSteps,
    @DefaultValue("Asia/Tashkent") ZoneId timeZone,
    @DefaultValue("30d") Duration historyRetention,
    @DefaultValue Map<String, Duration> retentionByProcess,
    @DefaultValue("1m") Duration cleanupInterval,
    @DefaultValue("6s") Duration takeoverAfter) {

  public EngineProperties {
    requirePositive("queue-capacity", queueCapacity);
    requirePositive("batch-size", batchSize);
    requirePositive("cache-rows", cacheRows);
    requirePositive("step-limit", stepLimit);
    requirePositive("variable-size", variableSize);
    requirePositive("restless-steps", restlessSteps);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "Expected yagona.embedded-engine.%s to be positive, but it is %d".formatted(name, value));
    }
  }

  /** How long finished instances of the process are kept. */
  public Duration retention(String processId) {
    return retentionByProcess.getOrDefault(processId, historyRetention);
  }

  /** The documented defaults. */
  public static EngineProperties defaults() {
    return new EngineProperties(
        "node-0",
        10_000,
        DataSize.ofMegabytes(200),
        500,
        400_000,
        1_000,
        4_000_000,
        1_000_000,
        ZoneId.of("Asia/Tashkent"),
        Duration.ofDays(30),
        Map.of(),
        Duration.ofMinutes(1),
        Duration.ofSeconds(6));
  }
}
