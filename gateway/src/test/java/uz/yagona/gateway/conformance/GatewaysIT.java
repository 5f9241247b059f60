package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exclusive, parallel, inclusive and event-based gateways. */
class GatewaysIT extends Scenario {

  private static BpmnModelInstance exclusive(boolean withDefault) {
    var gateway =
        Bpmn.createExecutableProcess(PROCESS)
            .startEvent()
            .exclusiveGateway("split")
            .conditionExpression("amount > 10")
            .endEvent("large")
            .moveToLastExclusiveGateway()
            .conditionExpression("amount > 5")
            .endEvent("medium")
            .moveToLastExclusiveGateway();
    return withDefault ? gateway.defaultFlow().endEvent("small").done() : gateway.done();
  }

  @Test
  void shouldTakeFirstFlowWhoseConditionHolds() {
    var instance = start(exclusive(true), Map.of("amount", 20));

    assertThat(completed(instance)).contains("split", "large").doesNotContain("medium", "small");
    assertCompleted(instance);
  }

  @Test
  void shouldTakeDefaultFlowOtherwise() {
    var instance = start(exclusive(true), Map.of("amount", 1));

    assertThat(completed(instance)).contains("small");
    assertCompleted(instance);
  }

  @Test
  void shouldRaiseIncidentWhenNoFlowCanBeTaken() {
    var instance = start(exclusive(false), Map.of("amount", 1));
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.CONDITION_ERROR);
    assertThat(active(instance)).containsExactly("split");

    setVariables(instance, Map.of("amount", 7));
    resolve(incident);

    assertThat(completed(instance)).contains("medium");
    assertCompleted(instance);
  }

  @Test
  void shouldRaiseIncidentWhenConditionIsNoBoolean() {
    var instance = start(exclusive(true), Map.of("amount", "many"));

    assertThat(incident(instance).getErrorType()).isEqualTo(IncidentErrorType.CONDITION_ERROR);
    cancel(instance);
    assertTerminated(instance);
  }

  private static BpmnModelInstance parallel() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .parallelGateway("fork")
        .serviceTask("a", t -> t.zeebeJobType("a"))
        .parallelGateway("join")
        .endEvent("end")
        .moveToNode("fork")
        .serviceTask("b", t -> t.zeebeJobType("b"))
        .connectTo("join")
        .done();
  }

  @Test
  void shouldForkAndJoin() {
    var instance = start(parallel());
    assertThat(active(instance)).containsExactlyInAnyOrder("a", "b");

    complete("a");
    assertThat(completed(instance)).doesNotContain("join");
    complete("b");

    assertThat(completed(instance)).containsOnlyOnce("join").containsOnlyOnce("end");
    assertCompleted(instance);
  }

  @Test
  void shouldTerminateBothBranches() {
    var instance = start(parallel());
    complete("a");

    cancel(instance);

    assertThat(terminated(instance)).contains("b");
    assertTerminated(instance);
  }

  private static BpmnModelInstance inclusive() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .inclusiveGateway("fork")
        .conditionExpression("a")
        .serviceTask("a-task", t -> t.zeebeJobType("a"))
        .inclusiveGateway("join")
        .endEvent("end")
        .moveToNode("fork")
        .conditionExpression("b")
        .serviceTask("b-task", t -> t.zeebeJobType("b"))
        .connectTo("join")
        .moveToNode("fork")
        .conditionExpression("c")
        .serviceTask("c-task", t -> t.zeebeJobType("c"))
        .connectTo("join")
        .done();
  }

  @Test
  void shouldTakeEveryFlowWhoseConditionHoldsAndJoinThem() {
    var instance = start(inclusive(), Map.of("a", true, "b", true, "c", false));
    assertThat(active(instance)).containsExactlyInAnyOrder("a-task", "b-task");

    complete("a");
    assertThat(completed(instance)).doesNotContain("end");
    complete("b");

    assertThat(completed(instance)).containsOnlyOnce("join").containsOnlyOnce("end");
    assertCompleted(instance);
  }

  @Test
  void shouldNotWaitForBranchesThatWereNotTaken() {
    var instance = start(inclusive(), Map.of("a", true, "b", false, "c", false));

    complete("a");

    assertCompleted(instance);
  }

  @Test
  void shouldJoinBehindWhatDoesNotInterruptWhileTheActivityGoesOn() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask("review", t -> t.zeebeJobType("review"))
                .boundaryEvent("late", b -> b.cancelActivity(false).timerWithDuration("PT1H"))
                .inclusiveGateway("split")
                .conditionExpression("mail")
                .serviceTask("by-mail", t -> t.zeebeJobType("by-mail"))
                .inclusiveGateway("join")
                .endEvent("reminded")
                .moveToNode("split")
                .conditionExpression("not(mail)")
                .serviceTask("by-phone", t -> t.zeebeJobType("by-phone"))
                .connectTo("join")
                .moveToActivity("review")
                .endEvent()
                .done(),
            Map.of("mail", true));
    advance(Duration.ofHours(1));

    complete("by-mail");

    assertThat(completed(instance)).contains("join", "reminded");
    assertThat(active(instance)).containsExactly("review");
    complete("review");
    assertCompleted(instance);
  }

  @Test
  void shouldJoinWhatIsLeftWhenABranchHasTakenAnotherWay() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .inclusiveGateway("split")
                .conditionExpression("true")
                .serviceTask("a", t -> t.zeebeJobType("a"))
                .inclusiveGateway("join")
                .serviceTask("next", t -> t.zeebeJobType("next"))
                .endEvent()
                .moveToNode("split")
                .conditionExpression("true")
                .serviceTask("b", t -> t.zeebeJobType("b"))
                .boundaryEvent("failed", b -> b.error("E"))
                .endEvent("gave-up")
                .moveToActivity("b")
                .connectTo("join")
                .done());
    complete("a");
    assertThat(completed(instance)).doesNotContain("join");

    throwError("b", "E", Map.of());

    assertThat(completed(instance)).contains("gave-up", "join");
    complete("next");
    assertCompleted(instance);
  }

  @Test
  void shouldRaiseIncidentWhenNoInclusiveFlowCanBeTaken() {
    var instance = start(inclusive(), Map.of("a", false, "b", false, "c", false));

    assertThat(incident(instance).getErrorType()).isEqualTo(IncidentErrorType.CONDITION_ERROR);
  }

  private static BpmnModelInstance eventBased() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .eventBasedGateway("first")
        .intermediateCatchEvent(
            "answered", e -> e.message(m -> m.name("answer").zeebeCorrelationKeyExpression("id")))
        .endEvent("in-time")
        .moveToLastGateway()
        .intermediateCatchEvent("waited", e -> e.timerWithDuration("PT1H"))
        .endEvent("too-late")
        .done();
  }

  @Test
  void shouldFollowTheMessageThatComesFirst() {
    var instance = start(eventBased(), Map.of("id", "1"));
    assertThat(active(instance)).containsExactly("first");

    publish("answer", "1", Map.of("text", "yes"));

    assertThat(completed(instance)).contains("first", "answered", "in-time");
    assertThat(variables(instance)).containsEntry("text", "yes");
    assertCompleted(instance);
  }

  @Test
  void shouldFollowTheTimerThatComesFirst() {
    var instance = start(eventBased(), Map.of("id", "1"));

    advance(Duration.ofHours(1));

    assertThat(completed(instance)).contains("waited", "too-late").doesNotContain("answered");
    assertCompleted(instance);
  }

  @Test
  void shouldTerminateEventBasedGateway() {
    var instance = start(eventBased(), Map.of("id", "1"));

    cancel(instance);

    assertThat(terminated(instance)).containsExactly("first");
    assertTerminated(instance);
  }
}
