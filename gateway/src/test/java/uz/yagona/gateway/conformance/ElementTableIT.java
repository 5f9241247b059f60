package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.command.MigrationPlan;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uz.yagona.gateway.conformance.Sample.Operation;

/** Every element in every position, and what can be done with it: see docs/conformance.md. */
class ElementTableIT extends Scenario {

  private static Stream<Sample> samples(Operation operation) {
    return Samples.all().stream().filter(sample -> sample.allows(operation));
  }

  static Stream<Sample> activated() {
    return samples(Operation.ACTIVATE);
  }

  static Stream<Sample> completed() {
    return samples(Operation.COMPLETE);
  }

  static Stream<Sample> interrupted() {
    return samples(Operation.INTERRUPT);
  }

  static Stream<Sample> failing() {
    return samples(Operation.INCIDENT);
  }

  static Stream<Sample> modified() {
    return samples(Operation.MODIFY);
  }

  static Stream<Sample> migrated() {
    return samples(Operation.MIGRATE);
  }

  private static long reach(Sample sample, Map<String, ?> variables) {
    return reach(sample.model("after"), variables);
  }

  private static long reach(BpmnModelInstance model, Map<String, ?> variables) {
    Samples.deployWhatIsCalled();
    var instance = start(model, variables);
    complete("before");
    return instance;
  }

  private static void assertWaits(Sample sample, long instance) {
    if (!sample.waitsAt().equals(PROCESS)) {
      assertThat(active(instance)).contains(sample.waitsAt());
    }
    assertThat(completed(instance)).doesNotContain("after");
    assertThat(incidents(instance)).isEmpty();
  }

  private static void assertGoesOnTo(String next, Sample sample, long instance) {
    if (!sample.hasEnd()) {
      assertThat(active(instance)).contains(next);
      complete(next);
    }
    Samples.finishTheRest(instance);
    assertCompleted(instance);
  }

  @ParameterizedTest
  @MethodSource("activated")
  void shouldActivate(Sample sample) {
    var instance = reach(sample, Sample.GOOD);

    assertWaits(sample, instance);
    if (sample.waitsAt().equals("it")) {
      assertThat(elements(instance))
          .filteredOn(element -> element.getElementId().equals("it"))
          .filteredOn(element -> element.getState() == ElementInstanceState.ACTIVE)
          .extracting(ElementInstance::getType)
          .contains(sample.type);
    }
  }

  @ParameterizedTest
  @MethodSource("completed")
  void shouldComplete(Sample sample) {
    var instance = reach(sample, Sample.GOOD);

    sample.finish(instance);

    assertThat(completed(instance)).contains("it");
    assertGoesOnTo("after", sample, instance);
  }

  @ParameterizedTest
  @MethodSource("interrupted")
  void shouldInterrupt(Sample sample) {
    var instance = reach(sample, Sample.GOOD);

    publish("stop", "stop");

    assertThat(completed(instance)).contains("stopped").doesNotContain("it", "after");
    assertCompleted(instance);
  }

  @ParameterizedTest
  @MethodSource("failing")
  void shouldRaiseIncidentAndResolve(Sample sample) {
    var instance = reach(sample.modelWithoutHold("after"), Map.of());
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(sample.incident());
    assertThat(state(instance)).isEqualTo(ProcessInstanceState.ACTIVE);

    setVariables(instance, Sample.GOOD);
    resolve(incident);

    if (!sample.passesAtOnce()) {
      assertWaits(sample, instance);
      sample.finish(instance);
    }
    assertGoesOnTo("after", sample, instance);
  }

  @ParameterizedTest
  @MethodSource("modified")
  void shouldActivateByModification(Sample sample) {
    Samples.deployWhatIsCalled();
    var instance = start(sample.model("after"), Map.of());

    client()
        .newModifyProcessInstanceCommand(instance)
        .activateElement(sample.waitsAt())
        .withVariables(Sample.GOOD)
        .and()
        .terminateElement(element(instance, "before").getElementInstanceKey())
        .send()
        .join();

    assertThat(terminated(instance)).contains("before");
    assertWaits(sample, instance);
    sample.finish(instance);
    assertGoesOnTo("after", sample, instance);
  }

  @ParameterizedTest
  @MethodSource("migrated")
  void shouldContinueInTheNextVersionAfterMigration(Sample sample) {
    var instance = reach(sample, Sample.GOOD);
    var target =
        client()
            .newDeployResourceCommand()
            .addProcessModel(sample.model("afterwards"), "next.bpmn")
            .send()
            .join()
            .getProcesses()
            .get(0);
    var plan =
        MigrationPlan.newBuilder()
            .withTargetProcessDefinitionKey(target.getProcessDefinitionKey())
            .addMappingInstruction("before", "before");
    for (var id : Samples.mapped(sample)) {
      plan = plan.addMappingInstruction(id, id);
    }

    client().newMigrateProcessInstanceCommand(instance).migrationPlan(plan.build()).send().join();

    assertWaits(sample, instance);
    sample.finish(instance);
    assertGoesOnTo("afterwards", sample, instance);
  }
}
