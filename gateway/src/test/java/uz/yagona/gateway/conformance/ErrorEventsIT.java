package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** BPMN errors thrown by workers and end events, caught by boundary events and sub-processes. */
class ErrorEventsIT extends Scenario {

  private static BpmnModelInstance boundary() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .serviceTask("call", t -> t.zeebeJobType("call"))
        .boundaryEvent("down", b -> b.error("DOWN").zeebeOutputExpression("reason", "why"))
        .endEvent("by-hand")
        .moveToActivity("call")
        .endEvent("done")
        .done();
  }

  @Test
  void shouldCatchErrorOfWorker() {
    var instance = start(boundary());

    throwError("call", "DOWN", Map.of("reason", "timeout"));

    assertThat(terminated(instance)).containsExactly("call");
    assertThat(completed(instance)).contains("down", "by-hand").doesNotContain("done");
    assertThat(variables(instance)).containsEntry("why", "timeout");
    assertCompleted(instance);
  }

  @Test
  void shouldRaiseIncidentWhenNothingCatchesTheError() {
    var instance = start(boundary());

    throwError("call", "OTHER", Map.of());

    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.UNHANDLED_ERROR_EVENT);
    assertThat(incident.getErrorMessage()).contains("OTHER");
    assertThat(active(instance)).containsExactly("call");
    cancel(instance);
    assertTerminated(instance);
  }

  @Test
  void shouldCatchErrorOfEndEventAroundIt() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .subProcess(
                    "inner",
                    s ->
                        s.embeddedSubProcess()
                            .startEvent()
                            .parallelGateway("fork")
                            .serviceTask("slow", t -> t.zeebeJobType("slow"))
                            .endEvent()
                            .moveToNode("fork")
                            .endEvent("failed", e -> e.error("FULL")))
                .boundaryEvent("full", b -> b.error("FULL"))
                .endEvent("refused")
                .moveToActivity("inner")
                .endEvent("done")
                .done());

    assertThat(terminated(instance)).contains("slow", "inner");
    assertThat(completed(instance)).contains("full", "refused");
    assertCompleted(instance);
  }

  @Test
  void shouldPreferTheEventThatNamesTheCode() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask("call", t -> t.zeebeJobType("call"))
                .boundaryEvent("any", b -> b.error())
                .endEvent()
                .moveToActivity("call")
                .boundaryEvent("down", b -> b.error("DOWN"))
                .endEvent()
                .moveToActivity("call")
                .endEvent()
                .done());

    throwError("call", "DOWN", Map.of());

    assertThat(completed(instance)).contains("down").doesNotContain("any");
    assertCompleted(instance);
  }

  @Test
  void shouldCatchErrorByEventSubProcess() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .eventSubProcess(
                    "on-error", s -> s.startEvent("caught").error("DOWN").endEvent("handled"))
                .startEvent()
                .serviceTask("call", t -> t.zeebeJobType("call"))
                .endEvent("done")
                .done());

    throwError("call", "DOWN", Map.of("reason", 1));

    assertThat(terminated(instance)).containsExactly("call");
    assertThat(completed(instance)).contains("caught", "handled", "on-error");
    assertCompleted(instance);
  }

  @Test
  void shouldCatchErrorOfCalledProcess() {
    deploy(
        Bpmn.createExecutableProcess("child")
            .startEvent()
            .endEvent("failed", e -> e.error("FULL"))
            .done());
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .callActivity("call", c -> c.zeebeProcessId("child"))
                .boundaryEvent("full", b -> b.error("FULL"))
                .endEvent("refused")
                .moveToActivity("call")
                .endEvent("done")
                .done());

    assertThat(completed(instance)).contains("full", "refused").doesNotContain("done");
    assertTerminated(instanceOf("child"));
    assertCompleted(instance);
  }
}
