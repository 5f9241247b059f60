package uz.yagona.bench;

import java.util.Map;
import java.util.UUID;

/** W5: one message to one waiting instance each, acknowledged when the instance has it. */
final class MessagesWorkload implements Workload {
  private static final String PROCESS = "w5";

  @Override
  public void run(Target target, Options options) throws Exception {
    target.deploy(PROCESS, Models.message(PROCESS));
    var clients = options.number("clients", 8);
    correlate(
        target, Measure.start(target.probe(), "W5"), options.number("warm-up", 4_000), clients);
    var count = options.number("count", 20_000);
    var run = UUID.randomUUID().toString();
    wait(target, run, count);
    var measure = Measure.start(target.probe(), "W5").fact("clients", clients);
    correlate(target, measure, run, count, clients);
    measure.print(count);
  }

  private static void wait(Target target, String run, int count) throws Exception {
    Parallel.run(count, 32, index -> target.create(PROCESS, Map.of("key", run + index)).join());
  }

  private static void correlate(Target target, Measure measure, int count, int clients)
      throws Exception {
    var run = UUID.randomUUID().toString();
    wait(target, run, count);
    correlate(target, measure, run, count, clients);
  }

  private static void correlate(Target target, Measure measure, String run, int count, int clients)
      throws Exception {
    Parallel.run(
        count,
        clients,
        index -> {
          var startedAt = System.nanoTime();
          target
              .client()
              .newCorrelateMessageCommand()
              .messageName(PROCESS)
              .correlationKey(run + index)
              .send()
              .join();
          measure.latency(System.nanoTime() - startedAt);
        });
  }
}
