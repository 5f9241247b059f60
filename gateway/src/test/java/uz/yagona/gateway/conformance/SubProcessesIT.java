package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Embedded and event sub-processes. */
class SubProcessesIT extends Scenario {

  private static BpmnModelInstance embedded() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent("start")
        .subProcess(
            "inner",
            s ->
                s.zeebeInputExpression("1", "local")
                    .embeddedSubProcess()
                    .startEvent("inner-start")
                    .serviceTask("work", t -> t.zeebeJobType("work"))
                    .endEvent("inner-end"))
        .boundaryEvent("late", b -> b.timerWithDuration("PT1H"))
        .endEvent("gave-up")
        .moveToActivity("inner")
        .endEvent("end")
        .done();
  }

  @Test
  void shouldRunEmbeddedSubProcess() {
    var instance = start(embedded());
    assertThat(active(instance)).containsExactly("inner", "work");
    assertThat(variablesOf(element(instance, "inner").getElementInstanceKey()))
        .containsEntry("local", 1);

    complete("work", Map.of("result", 2));

    assertThat(completed(instance))
        .containsExactlyInAnyOrder("start", "inner", "inner-start", "work", "inner-end", "end");
    assertThat(variables(instance)).containsEntry("result", 2).doesNotContainKey("local");
    assertCompleted(instance);
  }

  @Test
  void shouldInterruptEmbeddedSubProcess() {
    var instance = start(embedded());

    advance(Duration.ofHours(1));

    assertThat(terminated(instance)).containsExactlyInAnyOrder("inner", "work");
    assertThat(completed(instance)).contains("gave-up").doesNotContain("end");
    assertCompleted(instance);
  }

  @Test
  void shouldTerminateEmbeddedSubProcess() {
    var instance = start(embedded());

    cancel(instance);

    assertThat(terminated(instance)).containsExactlyInAnyOrder("inner", "work");
    assertTerminated(instance);
  }

  private static BpmnModelInstance withdrawable(boolean interrupting) {
    return Bpmn.createExecutableProcess(PROCESS)
        .eventSubProcess(
            "withdrawal",
            s ->
                s.startEvent("withdrawn")
                    .interrupting(interrupting)
                    .message(m -> m.name("withdraw").zeebeCorrelationKeyExpression("id"))
                    .serviceTask("close", t -> t.zeebeJobType("close"))
                    .endEvent())
        .startEvent()
        .serviceTask("work", t -> t.zeebeJobType("work"))
        .endEvent("done")
        .done();
  }

  @Test
  void shouldInterruptByEventSubProcess() {
    var instance = start(withdrawable(true), Map.of("id", "7"));

    publish("withdraw", "7", Map.of("reason", "moved"));

    assertThat(terminated(instance)).containsExactly("work");
    assertThat(active(instance)).containsExactly("withdrawal", "close");
    assertThat(element(instance, "withdrawal").getType())
        .isEqualTo(ElementInstanceType.EVENT_SUB_PROCESS);
    complete("close");
    assertThat(completed(instance)).contains("withdrawal").doesNotContain("done");
    assertCompleted(instance);
  }

  @Test
  void shouldRunEventSubProcessBesideTheProcess() {
    var instance = start(withdrawable(false), Map.of("id", "7"));

    publish("withdraw", "7");
    publish("withdraw", "7");
    complete("work");
    assertThat(state(instance).name()).isEqualTo("ACTIVE");
    jobs("close").forEach(job -> client().newCompleteCommand(job).send().join());

    assertThat(completed(instance).stream().filter("withdrawal"::equals)).hasSize(2);
    assertCompleted(instance);
  }

  @Test
  void shouldCloseSubscriptionsOfEventSubProcess() {
    var instance = start(withdrawable(true), Map.of("id", "7"));

    complete("work");

    assertCompleted(instance);
  }

  @Test
  void shouldTerminateEventSubProcess() {
    var instance = start(withdrawable(true), Map.of("id", "7"));
    publish("withdraw", "7");

    cancel(instance);

    assertThat(terminated(instance)).contains("withdrawal", "close");
    assertTerminated(instance);
  }

  @Test
  void shouldFireTimerOfEventSubProcess() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .eventSubProcess(
                    "on-late",
                    s ->
                        s.startEvent("late")
                            .interrupting(false)
                            .timerWithDuration("PT1H")
                            .endEvent("told"))
                .startEvent()
                .serviceTask("work", t -> t.zeebeJobType("work"))
                .endEvent()
                .done());

    advance(Duration.ofHours(1));
    complete("work");

    assertThat(completed(instance)).contains("late", "told");
    assertCompleted(instance);
  }

  @Test
  void shouldRaiseIncidentWhenSubscriptionOfEventSubProcessFails() {
    var instance = start(withdrawable(true));
    var incident = incident(instance);

    setVariables(instance, Map.of("id", "7"));
    resolve(incident);
    complete("work");

    assertCompleted(instance);
  }
}
