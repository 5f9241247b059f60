package uz.yagona.gateway.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.Engine;
import uz.yagona.gateway.job.JobPolls;
import uz.yagona.gateway.topology.ClusterChanges;

/** What Camunda Process Test asks of a remote runtime: move the clock, remove everything. */
@RestController("gatewayProcessTestController")
@ConditionalOnProperty("yagona.gateway.test-endpoints")
@RequestMapping("/actuator")
final class ProcessTestController {
  private final Engine engine;
  private final JobPolls polls;
  private final ClusterChanges changes;

  ProcessTestController(Engine engine, JobPolls polls, ClusterChanges changes) {
    this.engine = engine;
    this.polls = polls;
    this.changes = changes;
  }

  /** The engine's time. */
  record ClockAnswer(long epochMilli, Instant instant) {}

  /** How far to move the clock. */
  record ClockStep(long offsetMilli) {}

  /** Number of the purge; the topology shows when it is completed. */
  record PurgeAnswer(long changeId) {}

  @GetMapping("/clock")
  ClockAnswer clock() {
    var now = engine.clock().instant();
    return new ClockAnswer(now.toEpochMilli(), now);
  }

  @PostMapping("/clock/add")
  CompletableFuture<ClockAnswer> add(@RequestBody ClockStep step) {
    var then = engine.clock().instant().plus(Duration.ofMillis(step.offsetMilli()));
    return engine.pinClock(then).thenApply(done -> clock());
  }

  @DeleteMapping("/clock")
  CompletableFuture<ClockAnswer> reset() {
    return engine.resetClock().thenApply(done -> clock());
  }

  @PostMapping("/cluster/purge")
  CompletableFuture<PurgeAnswer> purge() {
    polls.endAll();
    return engine.purge().thenApply(done -> new PurgeAnswer(changes.completed()));
  }
}
