package uz.yagona.bench;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** W6: many timers that become due in the same moment; over when the last instance has ended. */
final class TimersWorkload implements Workload {
  private static final String PROCESS = "w6";

  @Override
  public void run(Target target, Options options) throws Exception {
    target.deploy(PROCESS, Models.timer(PROCESS));
    var count = options.number("count", 50_000);
    var due = Instant.now().plus(Duration.ofDays(365));
    Parallel.run(
        count,
        options.number("seeders", 32),
        index ->
            target
                .client()
                .newCreateInstanceCommand()
                .bpmnProcessId(PROCESS)
                .latestVersion()
                .variables(Map.of("due", due.toString()))
                .send()
                .join());
    var measure = Measure.start(target, "W6");
    target.client().newPinClockCommand().time(due.plusSeconds(1)).send().join();
    try {
      while (active(target) > 0) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
      measure.print(count);
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
