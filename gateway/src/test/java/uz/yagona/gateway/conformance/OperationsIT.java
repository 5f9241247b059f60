package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.command.MigrationPlan;
import io.camunda.client.api.command.ProblemException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What operators and callers do with whole instances. */
class OperationsIT extends Scenario {

  private static BpmnModelInstance two(String second) {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .serviceTask("a", t -> t.zeebeJobType("a"))
        .serviceTask(second, t -> t.zeebeJobType(second))
        .endEvent()
        .done();
  }

  @Test
  void shouldMoveTokenByModification() {
    var instance = start(two("b"));

    client()
        .newModifyProcessInstanceCommand(instance)
        .activateElement("b")
        .withVariables(Map.of("x", 1), PROCESS)
        .and()
        .terminateElement(element(instance, "a").getElementInstanceKey())
        .send()
        .join();

    assertThat(active(instance)).containsExactly("b");
    assertThat(terminated(instance)).containsExactly("a");
    assertThat(variables(instance)).containsEntry("x", 1);
    complete("b");
    assertCompleted(instance);
  }

  @Test
  void shouldContinueInAnotherVersionAfterMigration() {
    var instance = start(two("b"));
    var target =
        client()
            .newDeployResourceCommand()
            .addProcessModel(two("c"), "two.bpmn")
            .send()
            .join()
            .getProcesses()
            .get(0)
            .getProcessDefinitionKey();

    client()
        .newMigrateProcessInstanceCommand(instance)
        .migrationPlan(
            MigrationPlan.newBuilder()
                .withTargetProcessDefinitionKey(target)
                .addMappingInstruction("a", "a")
                .build())
        .send()
        .join();
    complete("a");

    assertThat(active(instance)).containsExactly("c");
    complete("c");
    assertCompleted(instance);
  }

  @Test
  void shouldStartBeforeAnElement() {
    deploy(two("b"));

    var instance =
        client()
            .newCreateInstanceCommand()
            .bpmnProcessId(PROCESS)
            .latestVersion()
            .startBeforeElement("b")
            .send()
            .join()
            .getProcessInstanceKey();

    assertThat(active(instance)).containsExactly("b");
    complete("b");
    assertCompleted(instance);
  }

  @Test
  void shouldAnswerWithResult() {
    deploy(
        Bpmn.createExecutableProcess(PROCESS)
            .startEvent()
            .scriptTask("sum", t -> t.zeebeExpression("a + b").zeebeResultVariable("sum"))
            .endEvent()
            .done());

    var result =
        client()
            .newCreateInstanceCommand()
            .bpmnProcessId(PROCESS)
            .latestVersion()
            .variables(Map.of("a", 1, "b", 2))
            .withResult()
            .fetchVariables("sum")
            .send()
            .join();

    assertThat(result.getVariablesAsMap()).isEqualTo(Map.of("sum", 3));
  }

  @Test
  void shouldGiveNewVersionsOnlyToChangedModels() {
    var model = two("b");
    deploy(model);
    deploy(model);
    deploy(two("c"));

    var versions =
        client()
            .newProcessDefinitionSearchRequest()
            .filter(filter -> filter.processDefinitionId(PROCESS))
            .sort(sort -> sort.version().asc())
            .send()
            .join()
            .items()
            .stream()
            .filter(definition -> isOfThisTest(definition.getProcessDefinitionKey()))
            .map(definition -> definition.getVersion())
            .toList();

    assertThat(versions).hasSize(2);
    assertThat(versions.get(1)).isEqualTo(versions.get(0) + 1);
  }

  @Test
  void shouldRefuseModelsWithEveryFault() {
    assertThatThrownBy(
            () ->
                deploy(
                    Bpmn.createExecutableProcess(PROCESS)
                        .startEvent()
                        .serviceTask("a", t -> t.zeebeJobType("=1 +"))
                        .intermediateCatchEvent("wait", e -> e.timerWithDuration("soon"))
                        .endEvent()
                        .done()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("serviceTask 'a': Expected a job type to be valid FEEL")
        .hasMessageContaining("intermediateCatchEvent 'wait': Expected a duration");
  }

  @Test
  void shouldRefuseUnknownInstances() {
    assertThatThrownBy(() -> cancel(42))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("404");
  }
}
