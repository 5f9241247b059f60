package uz.yagona.bench;

import java.util.Map;
import java.util.UUID;

/** W7: many instances that wait for a message; what the engine's process needs for them. */
final class WaitingWorkload implements Workload {
  private static final String PROCESS = "w7";

  @Override
  public void run(Target target, Options options) throws Exception {
    target.deploy(PROCESS, Models.message(PROCESS));
    var count = options.number("count", 1_000_000);
    var run = UUID.randomUUID().toString();
    var measure = Measure.start(target.probe(), "W7");
    Parallel.run(
        count,
        options.number("clients", 32),
        index -> target.create(PROCESS, Map.of("key", run + index)).join());
    measure.print(count);
  }
}
