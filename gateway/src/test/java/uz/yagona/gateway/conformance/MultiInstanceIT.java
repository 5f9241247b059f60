package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.MultiInstanceLoopCharacteristicsBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Activities that repeat over a collection. */
class MultiInstanceIT extends Scenario {

  private static BpmnModelInstance loop(
      Consumer<MultiInstanceLoopCharacteristicsBuilder> characteristics) {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .serviceTask(
            "check",
            t ->
                t.zeebeJobType("check")
                    .multiInstance(
                        m -> {
                          m.zeebeInputCollectionExpression("items")
                              .zeebeInputElement("item")
                              .zeebeOutputCollection("results")
                              .zeebeOutputElementExpression("item * 10");
                          characteristics.accept(m);
                        }))
        .boundaryEvent("late", b -> b.timerWithDuration("PT1H"))
        .endEvent("gave-up")
        .moveToActivity("check")
        .endEvent("done")
        .done();
  }

  private static final Map<String, List<Integer>> ITEMS = Map.of("items", List.of(1, 2, 3));

  @Test
  void shouldRunAllAtOnceAndGatherResultsInOrder() {
    var instance = start(loop(m -> m.parallel()), ITEMS);

    var jobs = jobs("check");
    assertThat(jobs).hasSize(3);
    assertThat(jobs)
        .extracting(job -> job.getVariablesAsMap().get("item"))
        .containsExactly(1, 2, 3);
    assertThat(jobs)
        .extracting(job -> job.getVariablesAsMap().get("loopCounter"))
        .containsExactly(1, 2, 3);
    assertThat(elements(instance))
        .filteredOn(e -> e.getType() == ElementInstanceType.MULTI_INSTANCE_BODY)
        .hasSize(1);
    for (var i = jobs.size() - 1; i >= 0; i--) {
      client().newCompleteCommand(jobs.get(i)).send().join();
    }

    assertThat(variables(instance)).containsEntry("results", List.of(10, 20, 30));
    assertThat(variables(instance)).doesNotContainKeys("item", "loopCounter");
    assertCompleted(instance);
  }

  @Test
  void shouldRunOneAfterTheOther() {
    var instance = start(loop(m -> m.sequential()), ITEMS);

    for (var item = 1; item <= 3; item++) {
      var job = job("check");
      assertThat(job.getVariablesAsMap()).containsEntry("item", item);
      client().newCompleteCommand(job).send().join();
    }

    assertThat(variables(instance)).containsEntry("results", List.of(10, 20, 30));
    assertCompleted(instance);
  }

  @Test
  void shouldSkipEmptyCollection() {
    var instance = start(loop(m -> m.parallel()), Map.of("items", List.of()));

    assertThat(variables(instance)).containsEntry("results", List.of());
    assertCompleted(instance);
  }

  @Test
  void shouldStopWhenCompletionConditionHolds() {
    var instance =
        start(
            loop(m -> m.parallel().completionCondition("=numberOfCompletedInstances >= 1")), ITEMS);

    client().newCompleteCommand(jobs("check").get(1)).send().join();

    assertThat(terminated(instance)).containsExactly("check", "check");
    assertThat(completed(instance)).contains("done");
    assertCompleted(instance);
  }

  @Test
  void shouldInterruptAllRepetitions() {
    var instance = start(loop(m -> m.parallel()), ITEMS);

    advance(Duration.ofHours(1));

    assertThat(terminated(instance)).hasSize(4);
    assertThat(completed(instance)).contains("gave-up");
    assertCompleted(instance);
  }

  @Test
  void shouldTerminateAllRepetitions() {
    var instance = start(loop(m -> m.sequential()), ITEMS);

    cancel(instance);

    assertThat(terminated(instance)).hasSize(2);
    assertTerminated(instance);
  }

  @Test
  void shouldRaiseIncidentWhenCollectionIsNoList() {
    var instance = start(loop(m -> m.parallel()), Map.of("items", "many"));
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.EXTRACT_VALUE_ERROR);
    assertThat(incident.getErrorMessage()).contains("to be 'ARRAY', but was 'STRING'");

    setVariables(instance, Map.of("items", List.of(1)));
    resolve(incident);
    complete("check");

    assertCompleted(instance);
  }

  @Test
  void shouldRaiseIncidentWhenCollectionIsTooLargeToKeep() {
    var text = "x".repeat(500_000);
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask("check")
                .zeebeJobType("check")
                .multiInstance(
                    m -> m.sequential().zeebeInputCollectionExpression("for i in 1..n return text"))
                .endEvent()
                .done(),
            Map.of("text", text, "n", 9));
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.MESSAGE_SIZE_EXCEEDED);
    assertThat(incident.getErrorMessage())
        .contains("Expected the input collection of 'check' to have at most 4000000 characters");

    setVariables(instance, Map.of("n", 1));
    resolve(incident);
    complete("check");

    assertCompleted(instance);
  }

  @Test
  void shouldRepeatSubProcesses() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .subProcess(
                    "each",
                    s ->
                        s.multiInstance(
                                m ->
                                    m.parallel()
                                        .zeebeInputCollectionExpression("items")
                                        .zeebeInputElement("item"))
                            .embeddedSubProcess()
                            .startEvent()
                            .serviceTask("check", t -> t.zeebeJobType("check"))
                            .endEvent())
                .endEvent()
                .done(),
            ITEMS);

    jobs("check").forEach(job -> client().newCompleteCommand(job).send().join());

    assertThat(completed(instance).stream().filter("each"::equals)).hasSize(4);
    assertCompleted(instance);
  }

  @Test
  void shouldRunRepetitionsThatNeedNoWaiting() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .scriptTask("square")
                .zeebeExpression("item * item")
                .zeebeResultVariable("square")
                .multiInstance(
                    m ->
                        m.sequential()
                            .zeebeInputCollectionExpression("for i in 1..50 return i")
                            .zeebeInputElement("item")
                            .zeebeOutputCollection("squares")
                            .zeebeOutputElementExpression("square"))
                .endEvent()
                .done());

    assertThat(variables(instance).get("squares"))
        .asInstanceOf(InstanceOfAssertFactories.list(Integer.class))
        .hasSize(50)
        .endsWith(2500);
    assertCompleted(instance);
  }
}
