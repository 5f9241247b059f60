package uz.yagona.engine.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import uz.yagona.engine.EngineProperties;
import uz.yagona.engine.api.EventCommand.PublishMessage;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreatedProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessReference;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.state.NodeRepository;

class ProcessorIT {
  private TestEngine engine;

  private static EngineProperties properties(String node, int queueCapacity, int cacheRows) {
    return new EngineProperties(
        node,
        queueCapacity,
        DataSize.ofMegabytes(200),
        500,
        cacheRows,
        200,
        100_000,
        1_000_000,
        ZoneId.of("UTC"),
        Duration.ofDays(30),
        Map.of(),
        Duration.ofMinutes(1),
        Duration.ofSeconds(8));
  }

  @BeforeEach
  void start() {
    engine = TestEngine.start(properties("one", 2_000, 50));
    engine.purge();
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private CompletableFuture<CreatedProcessInstance> create(String id, Map<String, ?> variables) {
    return engine
        .api()
        .submit(CreateProcessInstance.of(ProcessReference.latest(id), Variables.of(variables)));
  }

  private CompletableFuture<CreatedProcessInstance> createWithBusinessId(String businessId) {
    return createWithBusinessId("p", businessId);
  }

  private CompletableFuture<CreatedProcessInstance> createWithBusinessId(
      String processId, String businessId) {
    return engine
        .api()
        .submit(
            new CreateProcessInstance(
                ProcessReference.latest(processId),
                Variables.NONE,
                Set.of(),
                businessId,
                List.of(),
                List.of()));
  }

  @Test
  void shouldChangeNothingWhenACommandFailsAndSpareItsNeighbours() {
    var fine = new ArrayList<CompletableFuture<CreatedProcessInstance>>();
    var failing = new ArrayList<CompletableFuture<CreatedProcessInstance>>();
    for (var i = 0; i < 20; i++) {
      fine.add(create("p", Map.of("i", i)));
      failing.add(createWithBusinessId("\u0000"));
      failing.add(create("p", Map.of("large", "x".repeat(200_000))));
      failing.add(create("unknown", Map.of()));
    }

    fine.forEach(CompletableFuture::join);
    failing.forEach(
        future -> assertThatThrownBy(future::join).hasCauseInstanceOf(RejectedException.class));
    assertThat(engine.count("select count(*) from engine.process_instance")).isEqualTo(20);
    assertThat(engine.activate("work", 100)).hasSize(20);
  }

  @Test
  void shouldRefuseWhatCannotBeStoredAlthoughWorkWasLeftForTheNextBatch() {
    engine.deploy(
        Bpmn.createExecutableProcess("long")
            .startEvent()
            .manualTask("again")
            .multiInstance(
                m -> m.sequential().zeebeInputCollectionExpression("for i in 1..500 return i"))
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());
    var epoch = engine.api().topology().epoch();

    assertThatThrownBy(createWithBusinessId("long", "\u0000")::join)
        .cause()
        .isInstanceOfSatisfying(
            RejectedException.class,
            rejection -> assertThat(rejection.type()).isEqualTo(RejectionType.INVALID_ARGUMENT));

    createWithBusinessId("long", "fine").join();
    engine.work("work");
    assertThat(engine.api().topology().epoch()).isEqualTo(epoch);
    assertThat(engine.count("select count(*) from engine.process_instance")).isEqualTo(1);
  }

  @Test
  void shouldRefuseCommandsWhenTheQueueIsFull() {
    var futures = IntStream.range(0, 20_000).mapToObj(i -> create("p", Map.of("i", i))).toList();

    var refused = futures.stream().filter(future -> isRefused(future)).count();
    var rows = engine.count("select count(*) from engine.process_instance");
    assertThat(refused).isPositive();
    assertThat(rows).isEqualTo(20_000 - refused);
  }

  private static boolean isRefused(CompletableFuture<?> future) {
    try {
      future.join();
      return false;
    } catch (java.util.concurrent.CompletionException e) {
      assertThat(((RejectedException) e.getCause()).type())
          .isEqualTo(RejectionType.RESOURCE_EXHAUSTED);
      return true;
    }
  }

  @Test
  void shouldServeOthersWhileAModelLoopsForEver() {
    engine.deploy(
        Bpmn.createExecutableProcess("loop")
            .startEvent()
            .exclusiveGateway("again")
            .manualTask("task")
            .connectTo("again")
            .done());
    var looping = engine.create("loop");

    var instance = engine.create("p");
    engine.work("work");

    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
    assertThat(engine.stateOf(looping)).isEqualTo("ACTIVE");
    engine.submit(new CancelProcessInstance(looping));
    assertThat(engine.stateOf(looping)).isEqualTo("TERMINATED");
  }

  @Test
  void shouldGoOnAfterARestartWithWorkThatWasCut() {
    engine.deploy(
        Bpmn.createExecutableProcess("many")
            .startEvent()
            .scriptTask(
                "script",
                t ->
                    t.zeebeExpression("item")
                        .zeebeResultVariable("r")
                        .zeebeOutputExpression("null", "unused")
                        .multiInstance(
                            m ->
                                m.zeebeInputCollectionExpression("for i in 1..3000 return i")
                                    .zeebeInputElement("item")))
            .endEvent()
            .done());
    var instance = engine.create("many");
    engine.restart();

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> engine.stateOf(instance).equals("COMPLETED"));
    assertThat(
            engine.count(
                "select count(*) from engine.element_instance where type = 'SCRIPT_TASK' and state = 'COMPLETED'"))
        .isEqualTo(3_000);
  }

  @Test
  void shouldRepeatAnActivityTenThousandTimes() {
    engine.deploy(
        Bpmn.createExecutableProcess("many")
            .startEvent()
            .scriptTask(
                "script",
                t ->
                    t.zeebeExpression("item * 2")
                        .zeebeResultVariable("double")
                        .multiInstance(
                            m ->
                                m.zeebeInputCollectionExpression("items")
                                    .zeebeInputElement("item")))
            .serviceTask("after", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());
    var instance =
        engine.create("many", Map.of("items", IntStream.range(0, 10_000).boxed().toList()));
    engine.create("p");
    engine.work("work");

    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> engine.count("select count(*) from engine.job where state = 'CREATED'") == 1);
    assertThat(engine.stateOf(instance)).isEqualTo("ACTIVE");
    assertThat(
            engine.count(
                "select count(*) from engine.element_instance where element_id = 'script' and state = 'COMPLETED'"))
        .isEqualTo(10_001);
  }

  @Test
  void shouldTakeOverWhenTheActiveNodeEnds() {
    var instance = engine.create("p");
    try (var second = TestEngine.standby(properties("two", 100, 100))) {
      assertThat(second.api().topology().active()).isFalse();
      assertThatThrownBy(() -> second.create("p"))
          .isInstanceOfSatisfying(
              RejectedException.class,
              e -> assertThat(e.type()).isEqualTo(RejectionType.UNAVAILABLE));

      engine.close();
      second.awaitLead();
      second.work("work");

      assertThat(second.stateOf(instance)).isEqualTo("COMPLETED");
    } finally {
      engine = TestEngine.start(properties("one", 100, 100));
    }
  }

  @Test
  void shouldTakeOverFromANodeThatHasStalled() throws SQLException {
    engine.close();
    try (var stalled = TestEngine.database().dataSource().getConnection();
        var statement = stalled.createStatement()) {
      statement.execute("select pg_advisory_lock(%d)".formatted(NodeRepository.LOCK));
      statement.execute(
          """
          update engine.node
          set backend_pid = pg_backend_pid(), heartbeat_at = now() - interval '9 seconds'""");

      engine = TestEngine.start(properties("two", 100, 100));

      assertThat(stalled.isValid(1)).isFalse();
    }
  }

  @Test
  void shouldWriteNothingWhenAnotherNodeHasTakenOver() {
    engine.jdbc().sql("update engine.node set epoch = epoch + 1").update();

    var future = create("p", Map.of());

    assertThatThrownBy(future::join)
        .hasCauseInstanceOf(RejectedException.class)
        .hasMessageContaining("another node has taken over");
    assertThat(engine.count("select count(*) from engine.process_instance")).isZero();
    engine.awaitLead();
    engine.create("p");
  }

  @Test
  void shouldGoOnWhenTheDatabaseHasEndedItsSession() {
    var instance = engine.create("p");
    engine
        .jdbc()
        .sql("select pg_terminate_backend(backend_pid) from engine.node")
        .query(Boolean.class)
        .single();

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> tryWork());

    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
  }

  private boolean tryWork() {
    try {
      engine.work("work");
      return true;
    } catch (RuntimeException | AssertionError unavailable) {
      return false;
    }
  }

  @Test
  void shouldHandOutAJobAgainWhenItsLeaseIsOver() {
    engine.create("p");
    var first = engine.activateOne("work");
    assertThat(engine.activate("work", 1)).isEmpty();

    engine.advance(Duration.ofMinutes(6));
    var second = engine.activateOne("work");

    assertThat(second.jobKey()).isEqualTo(first.jobKey());
    engine.api().giveBack(List.of(second.jobKey()));
    assertThat(engine.activateOne("work").jobKey()).isEqualTo(first.jobKey());
  }

  @Test
  void shouldForgetMessagesWhoseTimeIsOver() {
    engine.submit(new PublishMessage("m", "k", "id", Duration.ofMinutes(1), Variables.NONE));
    engine.advance(Duration.ofMinutes(2));
    engine.submit(new PublishMessage("m", "k", "id", Duration.ofMinutes(1), Variables.NONE));

    assertThat(engine.count("select count(*) from engine.message")).isEqualTo(1);
  }

  @Test
  void shouldLeaseEachJobOnceWhenManyWorkersPoll() {
    IntStream.range(0, 300).forEach(i -> create("p", Map.of("i", i)).join());

    var keys = new ArrayList<Long>();
    for (var jobs = engine.activate("work", 7);
        !jobs.isEmpty();
        jobs = engine.activate("work", 7)) {
      jobs.forEach(job -> keys.add(job.jobKey()));
    }

    assertThat(keys).hasSize(300).doesNotHaveDuplicates();
  }
}
