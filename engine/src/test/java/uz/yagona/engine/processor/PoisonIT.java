package uz.yagona.engine.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import uz.yagona.engine.EngineProperties;
import uz.yagona.engine.api.ElementCommand.ResolveIncident;
import uz.yagona.engine.api.EventCommand.BroadcastSignal;
import uz.yagona.engine.api.EventCommand.PublishMessage;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessReference;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.Variables;

/** Commands and models that would take everything: each ends with an error, others are served. */
class PoisonIT {
  private static TestEngine engine;

  @BeforeAll
  static void start() {
    engine =
        TestEngine.start(
            new EngineProperties(
                "poison",
                2_000,
                DataSize.ofMegabytes(200),
                500,
                400_000,
                200,
                100_000,
                10_000,
                ZoneId.of("UTC"),
                Duration.ofDays(30),
                Map.of(),
                Duration.ofMinutes(1),
                Duration.ofSeconds(8)));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void clean() {
    engine.purge();
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());
  }

  private void assertOthersAreServed() {
    var instance = engine.create("p");
    engine.work("work");
    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
  }

  private static void await(BooleanSupplier condition) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(condition::getAsBoolean);
  }

  private static String incident(long instance) {
    var messages = new ArrayList<String>();
    await(
        () -> {
          messages.addAll(
              engine
                  .jdbc()
                  .sql(
                      """
                      select error_type || ': ' || error_message
                      from engine.incident
                      where root_process_instance_key = :key and state = 'ACTIVE'""")
                  .param("key", instance)
                  .query(String.class)
                  .list());
          return !messages.isEmpty();
        });
    return messages.get(0);
  }

  private static long incidentKey(long instance) {
    return engine
        .jdbc()
        .sql(
            "select incident_key from engine.incident where root_process_instance_key = :key and state = 'ACTIVE'")
        .param("key", instance)
        .query(Long.class)
        .single();
  }

  @Test
  void shouldStopAModelThatLoopsWithoutWaiting() {
    engine.deploy(
        Bpmn.createExecutableProcess("loop")
            .startEvent()
            .exclusiveGateway("again")
            .manualTask("task")
            .connectTo("again")
            .done());
    var looping = engine.create("loop");
    assertOthersAreServed();

    assertThat(incident(looping))
        .startsWith("UNKNOWN: Expected the instance to rest, but it has gone on for 10000 steps");
    var first = incidentKey(looping);
    engine.submit(new ResolveIncident(first));
    await(() -> incident(looping) != null && incidentKey(looping) != first);
    engine.submit(new CancelProcessInstance(looping));
    assertThat(engine.stateOf(looping)).isEqualTo("TERMINATED");
  }

  @Test
  void shouldStopAProcessThatCallsItselfWithoutEnd() {
    engine.deploy(calling("self"));
    var instance = engine.create("self");
    assertOthersAreServed();

    assertThat(incident(instance))
        .startsWith("CALLED_ELEMENT_ERROR: Expected at most 1000 process instances");
  }

  private static BpmnModelInstance calling(String id) {
    return Bpmn.createExecutableProcess(id)
        .startEvent()
        .callActivity("call", c -> c.zeebeProcessId(id))
        .endEvent()
        .done();
  }

  @Test
  void shouldStopAProcessThatMultipliesItself() {
    engine.deploy(
        Bpmn.createExecutableProcess("breeding")
            .startEvent()
            .callActivity(
                "call",
                c ->
                    c.zeebeProcessId("breeding")
                        .multiInstance(m -> m.zeebeInputCollectionExpression("[1, 2, 3]")))
            .endEvent()
            .done());
    var instance = engine.create("breeding");
    assertOthersAreServed();

    assertThat(incident(instance)).startsWith("UNKNOWN: Expected the instance to rest");
    assertOthersAreServed();
    engine.submit(new CancelProcessInstance(instance));
    await(
        () ->
            engine.count("select count(*) from engine.process_instance where state = 'ACTIVE'")
                == 0);
  }

  @Test
  void shouldServeOthersWhileTwoProcessesCallEachOtherByMessageForEver() {
    engine.deploy(throwing("ping", "pong"), throwing("pong", "ping"));
    engine.submit(new PublishMessage("ping", "", null, Duration.ZERO, Variables.NONE));
    assertOthersAreServed();

    assertThat(
            engine.count(
                "select count(*) from engine.process_instance where process_definition_id = 'ping'"))
        .isGreaterThan(10);
    engine.purge();
  }

  private static BpmnModelInstance throwing(String started, String thrown) {
    return Bpmn.createExecutableProcess(started)
        .startEvent()
        .message(started)
        .endEvent("throw")
        .message(m -> m.name(thrown).zeebeCorrelationKeyExpression("\"\""))
        .done();
  }

  @Test
  void shouldReachAllThatWaitForASignalPageByPageAlsoAfterARestart() {
    engine.deploy(
        Bpmn.createExecutableProcess("waiting")
            .startEvent()
            .intermediateCatchEvent("catch", c -> c.signal("go"))
            .endEvent()
            .done());
    IntStream.range(0, 1_500)
        .mapToObj(
            i ->
                engine
                    .api()
                    .submit(
                        CreateProcessInstance.of(
                            ProcessReference.latest("waiting"), Variables.NONE)))
        .toList()
        .forEach(CompletableFuture::join);

    engine.submit(new BroadcastSignal("go", Variables.of(Map.of("by", "signal"))));
    var later = engine.create("waiting");
    engine.restart();

    await(
        () ->
            engine.count("select count(*) from engine.process_instance where state = 'COMPLETED'")
                == 1_500);
    assertThat(engine.stateOf(later)).isEqualTo("ACTIVE");
    assertThat(engine.count("select count(*) from engine.variable where value = '\"signal\"'"))
        .isEqualTo(1_500);
    assertThat(engine.count("select count(*) from engine.follow_up")).isZero();
  }

  @Test
  void shouldRefuseAVariableThatIsTooLarge() {
    assertThatThrownBy(() -> engine.create("p", Map.of("large", "x".repeat(50_000_000))))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining(
            "Expected variable 'large' to have at most 100000 characters, but it has more");
    assertOthersAreServed();
  }

  @Test
  void shouldRaiseAnIncidentForAnExpressionThatTakesTooMuch() {
    assertBomb("for i in 1..100000, j in 1..100000 return i", "a loop over at most");
    assertBomb("count(for i in 1..100000000 return i)", "a range of at most");
    assertBomb(
        "matches(string join(for i in 1..3000 return \"a\"), \"(.*)(.*)(.*)(.*)(.*)b\")",
        "a pattern that is found");
    assertOthersAreServed();
  }

  private static void assertBomb(String expression, String expected) {
    engine.deploy(
        Bpmn.createExecutableProcess("bomb")
            .startEvent()
            .scriptTask("script", t -> t.zeebeExpression(expression).zeebeResultVariable("r"))
            .endEvent()
            .done());
    assertThat(incident(engine.create("bomb"))).contains("Expected " + expected);
  }
}
