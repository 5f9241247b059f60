package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** None, terminate, link, conditional and compensation events. */
class EventsIT extends Scenario {

  @Test
  void shouldPassThroughNoneEvents() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent("start")
                .intermediateThrowEvent("milestone")
                .endEvent("end")
                .done());

    assertThat(completed(instance)).containsExactly("start", "milestone", "end");
    assertCompleted(instance);
  }

  @Test
  void shouldMapOutputsOfStartAndEndEvents() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent("start")
                .zeebeOutputExpression("1", "a")
                .endEvent("end", e -> e.zeebeOutputExpression("a + 1", "b"))
                .done());

    assertThat(variables(instance)).isEqualTo(Map.of("a", 1, "b", 2));
  }

  @Test
  void shouldEndEverythingInTheScopeByTerminateEvent() {
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
                            .serviceTask("work", t -> t.zeebeJobType("work"))
                            .endEvent()
                            .moveToNode("fork")
                            .endEvent("stop", e -> e.terminate()))
                .endEvent("done")
                .done());

    assertThat(terminated(instance)).containsExactly("work");
    assertThat(completed(instance)).contains("stop", "inner", "done");
    assertCompleted(instance);
  }

  @Test
  void shouldJumpByLink() {
    var builder = Bpmn.createExecutableProcess(PROCESS);
    builder.startEvent().intermediateThrowEvent("jump", e -> e.link("over"));
    var instance = start(builder.linkCatchEvent("land").link("over").endEvent("end").done());

    assertThat(completed(instance)).contains("jump", "land", "end");
    assertCompleted(instance);
  }

  @Test
  void shouldWaitForCondition() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .intermediateCatchEvent("warm", e -> e.condition(c -> c.condition("=degrees > 20")))
                .endEvent()
                .done(),
            Map.of("degrees", 5));
    assertThat(active(instance)).containsExactly("warm");

    setVariables(instance, Map.of("degrees", 15));
    assertThat(active(instance)).containsExactly("warm");
    setVariables(instance, Map.of("degrees", 25));

    assertCompleted(instance);
  }

  @Test
  void shouldPassConditionThatHoldsAlready() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .intermediateCatchEvent("warm", e -> e.condition(c -> c.condition("=degrees > 20")))
                .endEvent()
                .done(),
            Map.of("degrees", 25));

    assertCompleted(instance);
  }

  @Test
  void shouldInterruptActivityByCondition() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask("work", t -> t.zeebeJobType("work"))
                .boundaryEvent("hot", b -> b.condition(c -> c.condition("=degrees > 40")))
                .endEvent()
                .moveToActivity("work")
                .endEvent()
                .done(),
            Map.of("degrees", 5));

    setVariables(instance, Map.of("degrees", 50));

    assertThat(terminated(instance)).containsExactly("work");
    assertCompleted(instance);
  }

  @Test
  void shouldStartProcessByCondition() {
    deploy(
        Bpmn.createExecutableProcess(PROCESS)
            .startEvent("hot")
            .condition(c -> c.condition("=degrees > 40"))
            .endEvent()
            .done());

    var none =
        client().newEvaluateConditionalCommand().variables(Map.of("degrees", 1)).send().join();
    var one =
        client().newEvaluateConditionalCommand().variables(Map.of("degrees", 50)).send().join();

    assertThat(none.getProcessInstances()).isEmpty();
    assertThat(one.getProcessInstances()).hasSize(1);
    assertThat(variables(instanceOf(PROCESS))).containsEntry("degrees", 50);
  }

  @Test
  void shouldCompensateCompletedActivitiesOnly() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask("book", t -> t.zeebeJobType("book"))
                .boundaryEvent("undo-book")
                .compensation(c -> c.serviceTask("cancel-book").zeebeJobType("cancel-book"))
                .moveToActivity("book")
                .exclusiveGateway("paid")
                .defaultFlow()
                .intermediateThrowEvent("compensate", e -> e.compensateEventDefinition())
                .endEvent("end")
                .moveToNode("paid")
                .conditionExpression("false")
                .serviceTask("pay", t -> t.zeebeJobType("pay"))
                .boundaryEvent("undo-pay")
                .compensation(c -> c.serviceTask("cancel-pay").zeebeJobType("cancel-pay"))
                .done());
    complete("book");
    assertThat(active(instance)).contains("compensate", "cancel-book");
    assertThat(jobs("cancel-pay")).isEmpty();

    complete("cancel-book");

    assertThat(completed(instance)).contains("cancel-book", "compensate", "end");
    assertCompleted(instance);
  }

  @Test
  void shouldTerminateCompensation() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask("book", t -> t.zeebeJobType("book"))
                .boundaryEvent("undo-book")
                .compensation(c -> c.serviceTask("cancel-book").zeebeJobType("cancel-book"))
                .moveToActivity("book")
                .endEvent("end")
                .compensateEventDefinition()
                .compensateEventDefinitionDone()
                .done());
    complete("book");

    cancel(instance);

    assertThat(terminated(instance)).contains("cancel-book", "end");
    assertTerminated(instance);
  }

  @Test
  void shouldRaiseIncidentWhenErrorCodeCannotBeEvaluated() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .endEvent("failed", e -> e.errorExpression("code"))
                .done());

    assertThat(incident(instance).getErrorType()).isEqualTo(IncidentErrorType.EXTRACT_VALUE_ERROR);
  }
}
