package uz.yagona.bench;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** W6: many timers that become due in the same moment; over when the last instance has ended. */
final class TimersWorkload implements Workload {
  private static final String PROCESS = "w6";
  private static final Duration POLL = Duration.ofMillis(200);

  @Override
  public void run(Target target, Options options) throws Exception {
    target.deploy(PROCESS, Models.timer(PROCESS));
    var seeders = options.number("seeders", 32);
    var warmUp = options.number("warm-up", 0);
    if (warmUp > 0) {
      stretch(target, warmUp, seeders, Duration.ofDays(364));
    }
    target.probe().vacuum();
    var count = options.number("count", 50_000);
    stretch(target, count, seeders, Duration.ofDays(365)).print(count);
  }

  private static Measure stretch(Target target, int count, int seeders, Duration wait)
      throws Exception {
    var due = Instant.now().plus(wait);
    Parallel.run(
        count, seeders, index -> target.create(PROCESS, Map.of("due", due.toString())).join());
    var measure = Measure.start(target.probe(), "W6");
    target.client().newPinClockCommand().time(due.plusSeconds(1)).send().join();
    try {
      while (active(target) > 0) {
        LockSupport.parkNanos(POLL.toNanos());
      }
      return measure;
    } finally {
      target.client().newResetClockCommand().send().join();
    }
  }

  private static long active(Target target) {
    return target
        .client()
        .newProcessInstanceSearchRequest()
        .filter(f -> f.processDefinitionId(PROCESS).state(ProcessInstanceState.ACTIVE))
        .page(page -> page.limit(1))
        .send()
        .join()
        .page()
        .totalItems();
  }
}
