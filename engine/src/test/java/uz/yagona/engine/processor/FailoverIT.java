package uz.yagona.engine.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import uz.yagona.engine.EngineProperties;
import uz.yagona.engine.api.EngineUnavailableException;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreatedProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessReference;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;
import uz.yagona.engine.api.Variables;

/**
 * Two nodes on one database: one leads, the other waits and takes over, a stalled one is fenced.
 */
class FailoverIT {
  private static EngineProperties node(String name) {
    return new EngineProperties(
        name,
        1_000,
        DataSize.ofMegabytes(200),
        500,
        10_000,
        200,
        100_000,
        1_000_000,
        ZoneId.of("UTC"),
        Duration.ofDays(30),
        Map.of(),
        Duration.ofMinutes(1),
        Duration.ofSeconds(3));
  }

  private static CompletableFuture<CreatedProcessInstance> create(TestEngine engine, String who) {
    return engine
        .api()
        .submit(
            CreateProcessInstance.of(
                ProcessReference.latest("p"), Variables.of(Map.of("who", who))));
  }

  private static void deploy(TestEngine engine) {
    engine.purge();
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());
  }

  private static void assertUnavailable(Throwable failure) {
    assertThat(failure)
        .isInstanceOfSatisfying(
            RejectedException.class,
            rejection -> assertThat(rejection.type()).isEqualTo(RejectionType.UNAVAILABLE));
  }

  @Test
  void shouldFenceANodeThatStalledBeforeWriting() throws Exception {
    var future = stallAndTakeOver(Stall.Place.BEFORE_WRITING);

    assertThatThrownBy(future::join).cause().satisfies(FailoverIT::assertUnavailable);
  }

  @Test
  void shouldFenceANodeThatStalledBeforeCommitting() throws Exception {
    var future = stallAndTakeOver(Stall.Place.BEFORE_COMMITTING);

    assertThatThrownBy(future::join).hasCauseInstanceOf(EngineUnavailableException.class);
  }

  /** Gives the answer to the command that the stalled node had at hand, after it went on. */
  private static CompletableFuture<CreatedProcessInstance> stallAndTakeOver(Stall.Place place)
      throws InterruptedException {
    var stall = new Stall(TestEngine.database().dataSource(), place);
    try (var first = TestEngine.start(node("first"), stall)) {
      deploy(first);
      var instance = create(first, "first").join().processInstanceKey();
      try (var second = TestEngine.standby(node("second"))) {
        assertThatThrownBy(() -> second.create("p")).satisfies(FailoverIT::assertUnavailable);
        stall.arm();
        var pending = create(first, "stalled");
        stall.awaitStalled();

        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .pollInterval(Duration.ofMillis(5))
            .until(() -> second.api().topology().active());
        second.work("work");
        create(second, "second").join();
        assertThat(pending).isNotDone();

        stall.resume();
        awaitDone(pending);
        assertThat(first.api().topology().active()).isFalse();
        assertThatThrownBy(() -> first.create("p")).satisfies(FailoverIT::assertUnavailable);
        assertThat(second.stateOf(instance)).isEqualTo("COMPLETED");
        assertThat(
                second
                    .jdbc()
                    .sql("select value from engine.variable order by 1")
                    .query(String.class)
                    .list())
            .containsExactly("\"first\"", "\"second\"");
        return pending;
      }
    } finally {
      stall.resume();
    }
  }

  private static void awaitDone(CompletableFuture<?> future) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(future::isDone);
  }
}
