package uz.yagona.engine.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.yagona.engine.api.ElementCommand.ResolveIncident;
import uz.yagona.engine.api.EventCommand.BroadcastSignal;
import uz.yagona.engine.api.EventCommand.CorrelateMessage;
import uz.yagona.engine.api.EventCommand.PublishMessage;
import uz.yagona.engine.api.JobCommand.ThrowJobError;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.processor.TestEngine;

class EventsIT {
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

  private static void publish(String name, String key) {
    engine.submit(new PublishMessage(name, key, null, Duration.ZERO, Variables.NONE));
  }

  @Test
  void shouldGoOnWithTheEventThatComesFirst() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .eventBasedGateway("gateway")
            .intermediateCatchEvent("hello")
            .message(m -> m.name("hello").zeebeCorrelationKeyExpression("id"))
            .endEvent("answered")
            .moveToLastGateway()
            .intermediateCatchEvent("late", e -> e.timerWithDuration("PT1H"))
            .endEvent("not-answered")
            .done());

    var answered = engine.create("p", Map.of("id", "1"));
    var late = engine.create("p", Map.of("id", "2"));
    publish("hello", "1");
    engine.advance(Duration.ofHours(2));

    assertThat(engine.elements(answered, "COMPLETED"))
        .contains("gateway", "hello", "answered")
        .doesNotContain("late");
    assertThat(engine.elements(late, "COMPLETED")).contains("late", "not-answered");
    assertThat(engine.count("select count(*) from engine.timer")).isZero();
    assertThat(
            engine.count(
                "select count(*) from engine.message_subscription where state = 'CREATED'"))
        .isZero();
  }

  @Test
  void shouldInterruptEverythingByAnEventSubProcess() {
    var builder = Bpmn.createExecutableProcess("p");
    builder
        .eventSubProcess("stop")
        .startEvent("stopped")
        .interrupting(true)
        .message(m -> m.name("stop").zeebeCorrelationKeyExpression("id"))
        .serviceTask("clean", t -> t.zeebeJobType("clean"))
        .endEvent();
    engine.deploy(
        builder.startEvent().serviceTask("task", t -> t.zeebeJobType("work")).endEvent().done());

    var instance = engine.create("p", Map.of("id", "1"));
    publish("stop", "1");

    assertThat(engine.elements(instance, "TERMINATED")).containsExactly("task");
    assertThat(engine.elements(instance, "ACTIVE")).containsExactly("stop", "clean");
    engine.work("clean");
    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void shouldCorrelateAnEventSubProcessByWhatTheStartMessageBrought() {
    var builder = Bpmn.createExecutableProcess("p");
    builder
        .eventSubProcess("stop")
        .startEvent("stopped")
        .interrupting(true)
        .message(m -> m.name("stop").zeebeCorrelationKeyExpression("id"))
        .endEvent();
    engine.deploy(
        builder
            .startEvent()
            .message("go")
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());

    engine.submit(
        new PublishMessage("go", "7", null, Duration.ZERO, Variables.of(Map.of("id", "7"))));
    publish("stop", "7");

    assertThat(engine.count("select count(*) from engine.incident")).isZero();
    assertThat(
            engine.count("select count(*) from engine.process_instance where state = 'COMPLETED'"))
        .isEqualTo(1);
  }

  @Test
  void shouldRunAnEventSubProcessBeside() {
    var builder = Bpmn.createExecutableProcess("p");
    builder
        .eventSubProcess("remind")
        .startEvent("again")
        .interrupting(false)
        .timerWithCycle("R3/PT1H")
        .serviceTask("call", t -> t.zeebeJobType("call"))
        .endEvent();
    engine.deploy(
        builder.startEvent().serviceTask("task", t -> t.zeebeJobType("work")).endEvent().done());

    var instance = engine.create("p");
    engine.advance(Duration.ofMinutes(61));
    engine.advance(Duration.ofMinutes(60));

    assertThat(engine.activate("call", 9))
        .hasSize(2)
        .allSatisfy(job -> engine.complete(job, Map.of()));
    engine.work("work");
    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
    assertThat(engine.count("select count(*) from engine.timer")).isZero();
  }

  @Test
  void shouldReachAllThatWaitForASignal() {
    engine.deploy(
        Bpmn.createExecutableProcess("waits")
            .startEvent()
            .intermediateCatchEvent("wait", e -> e.signal("go"))
            .endEvent()
            .done(),
        Bpmn.createExecutableProcess("starts")
            .startEvent()
            .signal("go")
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());
    var one = engine.create("waits");
    var two = engine.create("waits");
    engine.restart();

    engine.submit(new BroadcastSignal("go", Variables.of(Map.of("x", 1))));

    assertThat(engine.stateOf(one)).isEqualTo("COMPLETED");
    assertThat(engine.stateOf(two)).isEqualTo("COMPLETED");
    assertThat(engine.activateOne("work").variables()).isEqualTo("{\"x\":1}");
  }

  @Test
  void shouldTellANeighbourBySignalEndEvent() {
    engine.deploy(
        Bpmn.createExecutableProcess("waits")
            .startEvent()
            .intermediateCatchEvent("wait", e -> e.signal("go"))
            .endEvent()
            .done(),
        Bpmn.createExecutableProcess("tells")
            .startEvent()
            .endEvent("end", e -> e.signal("go"))
            .done());
    var waiting = engine.create("waits");

    engine.create("tells");

    assertThat(engine.stateOf(waiting)).isEqualTo("COMPLETED");
  }

  @Test
  void shouldEndEverythingAtATerminateEvent() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .parallelGateway("fork")
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent()
            .moveToNode("fork")
            .endEvent("kill", e -> e.terminate())
            .done());

    var instance = engine.create("p");

    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
    assertThat(engine.elements(instance, "TERMINATED")).containsExactly("task");
    assertThat(engine.activate("work", 1)).isEmpty();
  }

  @Test
  void shouldEscalateBesideTheSubProcess() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .subProcess(
                "sub",
                s ->
                    s.embeddedSubProcess()
                        .startEvent()
                        .intermediateThrowEvent("raise", e -> e.escalation("late"))
                        .serviceTask("task", t -> t.zeebeJobType("work"))
                        .endEvent())
            .endEvent()
            .moveToActivity("sub")
            .boundaryEvent("escalated", b -> b.cancelActivity(false).escalation("late"))
            .endEvent("told")
            .done());

    var instance = engine.create("p");

    assertThat(engine.elements(instance, "COMPLETED")).contains("escalated", "told");
    assertThat(engine.elements(instance, "ACTIVE")).containsExactly("sub", "task");
    engine.work("work");
    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void shouldNotGoOnBehindAnEscalationThatInterrupts() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .subProcess(
                "outer",
                o ->
                    o.embeddedSubProcess()
                        .startEvent()
                        .subProcess(
                            "inner",
                            i ->
                                i.embeddedSubProcess()
                                    .startEvent()
                                    .intermediateThrowEvent("raise", e -> e.escalation("late"))
                                    .serviceTask("task", t -> t.zeebeJobType("work"))
                                    .endEvent())
                        .endEvent())
            .boundaryEvent("escalated", b -> b.escalation("late"))
            .endEvent("told")
            .moveToActivity("outer")
            .endEvent()
            .done());

    var instance = engine.create("p");

    assertThat(engine.elements(instance, "TERMINATED"))
        .containsExactlyInAnyOrder("outer", "inner", "raise");
    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void shouldRaiseAnIncidentWhenNothingCatchesTheError() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());
    var instance = engine.create("p");
    var job = engine.activateOne("work");

    engine.submit(new ThrowJobError(job.jobKey(), "E", "why", Variables.NONE));

    assertThat(engine.incidents(instance)).containsExactly("UNHANDLED_ERROR_EVENT");
    assertThatThrownBy(() -> engine.complete(job, Map.of()))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("ERROR_THROWN");
  }

  @Test
  void shouldHandOutAJobAgainAndLetItEndWhenItsUncaughtErrorIsResolved() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());
    var instance = engine.create("p");
    var job = engine.activateOne("work");
    engine.submit(new ThrowJobError(job.jobKey(), "E", "why", Variables.NONE));
    var incident =
        engine
            .jdbc()
            .sql("select incident_key from engine.incident where process_instance_key = :instance")
            .param("instance", instance)
            .query(Long.class)
            .single();

    engine.submit(new ResolveIncident(incident));
    engine.work("work");

    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void shouldThrowAnErrorOutOfACalledProcess() {
    engine.deploy(
        Bpmn.createExecutableProcess("child")
            .startEvent()
            .endEvent("fail", e -> e.error("E"))
            .done(),
        Bpmn.createExecutableProcess("parent")
            .startEvent()
            .callActivity("call", c -> c.zeebeProcessId("child"))
            .endEvent("fine")
            .moveToActivity("call")
            .boundaryEvent("caught", b -> b.error("E"))
            .endEvent("handled")
            .done());

    var instance = engine.create("parent");

    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
    assertThat(engine.elements(instance, "COMPLETED")).contains("caught", "handled");
    assertThat(engine.elements(instance, "TERMINATED")).containsExactly("call");
    assertThat(
            engine.count("select count(*) from engine.process_instance where state = 'TERMINATED'"))
        .isEqualTo(1);
  }

  @Test
  void shouldRefuseToCorrelateWhatNothingWaitsFor() {
    assertThatThrownBy(() -> engine.submit(new CorrelateMessage("m", "k", Variables.NONE)))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("Expected to find subscription");
  }

  @Test
  void shouldStartByTimerAndGoOnWithTheNewVersion() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .timerWithCycle("R/PT1H")
            .serviceTask("task", t -> t.zeebeJobType("one"))
            .endEvent()
            .done());
    engine.advance(Duration.ofMinutes(61));
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .timerWithCycle("R/PT1H")
            .serviceTask("task", t -> t.zeebeJobType("two"))
            .endEvent()
            .done());
    engine.advance(Duration.ofMinutes(61));

    assertThat(engine.activate("one", 9)).hasSize(1);
    assertThat(engine.activate("two", 9)).hasSize(1);
    assertThat(engine.count("select count(*) from engine.timer")).isEqualTo(1);
  }

  @Test
  void shouldUndoWhatHasFinished() {
    var book =
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("book", t -> t.zeebeJobType("book"));
    book.boundaryEvent("undo-book")
        .compensation(c -> c.serviceTask("cancel", t -> t.zeebeJobType("cancel")));
    var undo = book.intermediateThrowEvent("undo");
    undo.compensateEventDefinition().compensateEventDefinitionDone();
    engine.deploy(undo.endEvent().done());

    var instance = engine.create("p");
    engine.work("book");
    assertThat(engine.elements(instance, "ACTIVE")).containsExactly("undo", "cancel");
    engine.work("cancel");

    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
  }
}
