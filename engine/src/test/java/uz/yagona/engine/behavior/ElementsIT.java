package uz.yagona.engine.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.yagona.engine.api.EventCommand.PublishMessage;
import uz.yagona.engine.api.JobCommand.FailJob;
import uz.yagona.engine.api.JobCommand.ThrowJobError;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.processor.TestEngine;

class ElementsIT {
  private static TestEngine engine;

  @BeforeAll
  static void start() {
    engine = TestEngine.start();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void purge() {
    engine.purge();
  }

  private static void publish(String name, String key, Map<String, ?> variables, Duration ttl) {
    engine.submit(new PublishMessage(name, key, null, ttl, Variables.of(variables)));
  }

  @Test
  void shouldRunAServiceTask() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent("start")
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent("end")
            .done());

    var instance = engine.create("p", Map.of("a", 1));
    var job = engine.activateOne("work");
    engine.complete(job, Map.of("b", "x"));

    assertThat(job.variables()).isEqualTo("{\"a\":1}");
    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
    assertThat(engine.elements(instance, "COMPLETED")).containsExactly("start", "task", "end");
    assertThat(engine.variable(instance, "b")).isEqualTo("\"x\"");
  }

  @Test
  void shouldJoinOnceWhenAllBranchesHaveArrived() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .parallelGateway("fork")
            .serviceTask("left", t -> t.zeebeJobType("work"))
            .parallelGateway("join")
            .serviceTask("after", t -> t.zeebeJobType("after"))
            .endEvent()
            .moveToNode("fork")
            .serviceTask("right", t -> t.zeebeJobType("work"))
            .connectTo("join")
            .done());

    var instance = engine.create("p");
    engine.work("work");
    assertThat(engine.activate("after", 5)).isEmpty();
    engine.restart();
    engine.work("work");

    assertThat(engine.activate("after", 5)).hasSize(1);
    assertThat(engine.elements(instance, "ACTIVE")).containsExactly("after");
  }

  @Test
  void shouldRaiseAnIncidentWhenNoFlowCanBeTaken() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .exclusiveGateway("split")
            .sequenceFlowId("yes")
            .conditionExpression("ok = true")
            .endEvent()
            .done());

    var instance = engine.create("p");

    assertThat(engine.incidents(instance)).containsExactly("CONDITION_ERROR");
    var incident =
        engine.count(
            "select incident_key from engine.incident where process_instance_key = " + instance);
    engine.submit(
        new uz.yagona.engine.api.ElementCommand.SetVariables(
            instance, Variables.of(Map.of("ok", true)), false));
    engine.submit(new uz.yagona.engine.api.ElementCommand.ResolveIncident(incident));
    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
    assertThat(engine.incidents(instance)).isEmpty();
  }

  @Test
  void shouldCatchATimerOnTheBoundary() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent("done")
            .moveToActivity("task")
            .boundaryEvent("late", b -> b.timerWithDuration("PT1H"))
            .endEvent("too-late")
            .done());

    var instance = engine.create("p");
    engine.advance(Duration.ofMinutes(59));
    assertThat(engine.elements(instance, "ACTIVE")).containsExactly("task");
    engine.advance(Duration.ofMinutes(2));

    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
    assertThat(engine.elements(instance, "TERMINATED")).containsExactly("task");
    assertThat(engine.elements(instance, "COMPLETED")).contains("late", "too-late");
    assertThat(engine.activate("work", 1)).isEmpty();
    assertThat(engine.count("select count(*) from engine.timer")).isZero();
  }

  @Test
  void shouldCorrelateAMessageThatCameFirst() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .intermediateCatchEvent("wait")
            .message(m -> m.name("hello").zeebeCorrelationKeyExpression("id"))
            .endEvent()
            .done());

    publish("hello", "7", Map.of("x", 1), Duration.ofHours(1));
    var early = engine.create("p", Map.of("id", "7"));
    var late = engine.create("p", Map.of("id", "8"));
    publish("hello", "8", Map.of("x", 2), Duration.ZERO);

    assertThat(engine.stateOf(early)).isEqualTo("COMPLETED");
    assertThat(engine.variable(early, "x")).isEqualTo("1");
    assertThat(engine.stateOf(late)).isEqualTo("COMPLETED");
    assertThat(engine.variable(late, "x")).isEqualTo("2");
  }

  @Test
  void shouldRefuseARepeatedMessageId() {
    var message = new PublishMessage("m", "k", "id-1", Duration.ofHours(1), Variables.NONE);
    engine.submit(message);

    assertThatThrownBy(() -> engine.submit(message))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("already published");
  }

  @Test
  void shouldStartOneInstancePerCorrelationKey() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .message("go")
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());

    publish("go", "k", Map.of("n", 1), Duration.ofHours(1));
    publish("go", "k", Map.of("n", 2), Duration.ofHours(1));
    assertThat(engine.count("select count(*) from engine.process_instance")).isEqualTo(1);
    engine.work("work");

    assertThat(engine.count("select count(*) from engine.process_instance")).isEqualTo(2);
    assertThat(engine.activateOne("work").variables()).isEqualTo("{\"n\":2}");
  }

  @Test
  void shouldCatchAnErrorOnTheSubProcess() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .subProcess(
                "sub",
                s ->
                    s.embeddedSubProcess()
                        .startEvent()
                        .serviceTask("task", t -> t.zeebeJobType("work"))
                        .endEvent())
            .endEvent("fine")
            .moveToActivity("sub")
            .boundaryEvent("caught", b -> b.error("E1"))
            .endEvent("handled")
            .done());

    var instance = engine.create("p");
    var job = engine.activateOne("work");
    engine.submit(new ThrowJobError(job.jobKey(), "E1", "no", Variables.of(Map.of("why", "x"))));

    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
    assertThat(engine.elements(instance, "COMPLETED")).contains("caught", "handled");
    assertThat(engine.elements(instance, "TERMINATED")).containsExactlyInAnyOrder("sub", "task");
    assertThat(engine.variable(instance, "why")).isEqualTo("\"x\"");
  }

  @Test
  void shouldRaiseAnIncidentWhenRetriesAreUsedUp() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());
    var instance = engine.create("p");
    var job = engine.activateOne("work");

    engine.submit(new FailJob(job.jobKey(), 2, "again", Duration.ofMinutes(1), Variables.NONE));
    assertThat(engine.activate("work", 1)).isEmpty();
    engine.advance(Duration.ofMinutes(2));
    var again = engine.activateOne("work");
    engine.submit(new FailJob(again.jobKey(), 0, "no", Duration.ZERO, Variables.NONE));

    assertThat(again.retries()).isEqualTo(2);
    assertThat(engine.incidents(instance)).containsExactly("JOB_NO_RETRIES");
    assertThat(engine.activate("work", 1)).isEmpty();
    engine.submit(new CancelProcessInstance(instance));
    assertThat(engine.incidents(instance)).isEmpty();
    assertThat(engine.stateOf(instance)).isEqualTo("TERMINATED");
  }

  @Test
  void shouldRepeatInParallelAndGatherResults() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask(
                "task",
                t ->
                    t.zeebeJobType("work")
                        .multiInstance(
                            m ->
                                m.zeebeInputCollectionExpression("items")
                                    .zeebeInputElement("item")
                                    .zeebeOutputCollection("results")
                                    .zeebeOutputElementExpression("item * 2")))
            .endEvent()
            .done());

    var instance = engine.create("p", Map.of("items", List.of(1, 2, 3)));
    var jobs = engine.activate("work", 5);
    jobs.forEach(job -> engine.complete(job, Map.of()));

    assertThat(jobs).hasSize(3);
    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
    assertThat(engine.variable(instance, "results")).isEqualTo("[2,4,6]");
  }

  @Test
  void shouldCallAProcessAndReturnItsVariables() {
    engine.deploy(
        Bpmn.createExecutableProcess("child")
            .startEvent()
            .serviceTask("inner", t -> t.zeebeJobType("work"))
            .endEvent()
            .done(),
        Bpmn.createExecutableProcess("parent")
            .startEvent()
            .callActivity("call", c -> c.zeebeProcessId("child"))
            .endEvent()
            .done());

    var instance = engine.create("parent", Map.of("a", 1));
    engine.work("work", Map.of("b", 2));

    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
    assertThat(engine.variable(instance, "b")).isEqualTo("2");
    assertThat(
            engine.count(
                "select count(*) from engine.process_instance where state = 'COMPLETED' and root_process_instance_key = "
                    + instance))
        .isEqualTo(2);
  }
}
