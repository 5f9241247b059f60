package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;

/** Escalations thrown from sub-processes and called processes. */
class EscalationEventsIT extends Scenario {

  private static BpmnModelInstance escalating(boolean interrupting) {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .subProcess(
            "inner",
            s ->
                s.embeddedSubProcess()
                    .startEvent()
                    .intermediateThrowEvent("escalate", e -> e.escalation("LATE"))
                    .serviceTask("work", t -> t.zeebeJobType("work"))
                    .endEvent())
        .boundaryEvent("late", b -> b.cancelActivity(interrupting).escalation("LATE"))
        .endEvent("escalated")
        .moveToActivity("inner")
        .endEvent("done")
        .done();
  }

  @Test
  void shouldGoOnBesideTheEscalation() {
    var instance = start(escalating(false));
    assertThat(completed(instance)).contains("escalate", "late", "escalated");
    assertThat(active(instance)).containsExactly("inner", "work");

    complete("work");

    assertThat(completed(instance)).contains("done");
    assertCompleted(instance);
  }

  @Test
  void shouldBeInterruptedByTheEscalation() {
    var instance = start(escalating(true));

    assertThat(terminated(instance)).contains("inner");
    assertThat(completed(instance)).contains("late", "escalated").doesNotContain("done", "work");
    assertCompleted(instance);
  }

  @Test
  void shouldGoOnWhenNothingCatchesTheEscalation() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .intermediateThrowEvent("escalate", e -> e.escalation("LATE"))
                .endEvent("end", e -> e.escalation("VERY_LATE"))
                .done());

    assertThat(completed(instance)).contains("escalate", "end");
    assertCompleted(instance);
  }

  @Test
  void shouldCatchEscalationByEventSubProcess() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .eventSubProcess(
                    "on-late",
                    s ->
                        s.startEvent("caught")
                            .interrupting(false)
                            .escalation("LATE")
                            .endEvent("told"))
                .startEvent()
                .intermediateThrowEvent("escalate", e -> e.escalation("LATE"))
                .serviceTask("work", t -> t.zeebeJobType("work"))
                .endEvent()
                .done());

    assertThat(completed(instance)).contains("caught", "told");
    complete("work");
    assertCompleted(instance);
  }

  @Test
  void shouldCatchEscalationOfCalledProcess() {
    deploy(
        Bpmn.createExecutableProcess("child")
            .startEvent()
            .endEvent("end", e -> e.escalation("LATE"))
            .done());
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .callActivity("call", c -> c.zeebeProcessId("child"))
                .boundaryEvent("late", b -> b.cancelActivity(false).escalation("LATE"))
                .endEvent("escalated")
                .moveToActivity("call")
                .endEvent("done")
                .done());

    assertThat(completed(instance)).contains("late", "escalated", "done");
    assertCompleted(instance);
  }
}
