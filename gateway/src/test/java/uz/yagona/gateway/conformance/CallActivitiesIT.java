package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Call activities. */
class CallActivitiesIT extends Scenario {

  private static BpmnModelInstance child() {
    return Bpmn.createExecutableProcess("child")
        .startEvent()
        .serviceTask("work", t -> t.zeebeJobType("work"))
        .endEvent()
        .done();
  }

  private static BpmnModelInstance parent() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .callActivity("call", c -> c.zeebeProcessId("child"))
        .boundaryEvent("late", b -> b.timerWithDuration("PT1H"))
        .endEvent("gave-up")
        .moveToActivity("call")
        .endEvent("done")
        .done();
  }

  @Test
  void shouldCallProcessAndPropagateVariables() {
    deploy(child());
    var instance = start(parent(), Map.of("a", 1));

    var child = instanceOf("child");
    assertThat(active(instance)).containsExactly("call");
    assertThat(variables(child)).containsEntry("a", 1);
    var called = client().newProcessInstanceGetRequest(child).send().join();
    assertThat(called.getParentProcessInstanceKey()).isEqualTo(instance);
    assertThat(called.getParentElementInstanceKey())
        .isEqualTo(element(instance, "call").getElementInstanceKey());
    complete("work", Map.of("b", 2));

    assertThat(variables(instance)).containsEntry("b", 2);
    assertCompleted(child);
    assertCompleted(instance);
  }

  @Test
  void shouldPropagateOnlyMappedVariables() {
    deploy(child());
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .callActivity(
                    "call",
                    c ->
                        c.zeebeProcessId("child")
                            .zeebePropagateAllParentVariables(false)
                            .zeebePropagateAllChildVariables(false)
                            .zeebeInputExpression("a", "x")
                            .zeebeOutputExpression("b", "y"))
                .endEvent()
                .done(),
            Map.of("a", 1));

    assertThat(variables(instanceOf("child"))).isEqualTo(Map.of("x", 1));
    complete("work", Map.of("b", 2, "c", 3));

    assertThat(variables(instance)).isEqualTo(Map.of("a", 1, "y", 2));
    assertCompleted(instance);
  }

  @Test
  void shouldInterruptCalledProcess() {
    deploy(child());
    var instance = start(parent());

    advance(Duration.ofHours(1));

    assertThat(terminated(instance)).containsExactly("call");
    assertThat(completed(instance)).contains("gave-up");
    assertTerminated(instanceOf("child"));
    assertCompleted(instance);
  }

  @Test
  void shouldTerminateCalledProcess() {
    deploy(child());
    var instance = start(parent());

    cancel(instance);

    assertThat(terminated(instanceOf("child"))).containsExactly("work");
    assertTerminated(instance);
  }

  @Test
  void shouldRaiseIncidentWhenProcessIsNotDeployed() {
    var instance = start(parent());
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.CALLED_ELEMENT_ERROR);

    deploy(child());
    resolve(incident);
    complete("work");

    assertCompleted(instance);
  }

  @Test
  void shouldShowIncidentOfCalledProcessAtTheCaller() {
    deploy(child());
    var instance = start(parent());
    client().newFailCommand(job("work")).retries(0).send().join();

    assertThat(client().newProcessInstanceGetRequest(instance).send().join().getHasIncident())
        .isTrue();
    assertThat(incidents(instanceOf("child"))).hasSize(1);
  }
}
