package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scopes of variables, input and output mappings. */
class VariablesIT extends Scenario {

  private static BpmnModelInstance mapped() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .serviceTask(
            "pay",
            t ->
                t.zeebeJobType("pay")
                    .zeebeInputExpression("order.total", "payment.amount")
                    .zeebeInputExpression("payment.amount * 2", "payment.twice")
                    .zeebeInput("fixed", "text")
                    .zeebeOutputExpression("receipt.no", "order.receipt"))
        .endEvent()
        .done();
  }

  @Test
  void shouldMapInputsAndOutputs() {
    var instance = start(mapped(), Map.of("order", Map.of("total", 5)));

    var job = job("pay");
    assertThat(job.getVariablesAsMap())
        .containsEntry("payment", Map.of("amount", 5, "twice", 10))
        .containsEntry("text", "fixed");
    client()
        .newCompleteCommand(job)
        .variables(Map.of("receipt", Map.of("no", "r-1"), "extra", 1))
        .send()
        .join();

    assertThat(variables(instance))
        .isEqualTo(Map.of("order", Map.of("total", 5, "receipt", "r-1")));
    assertCompleted(instance);
  }

  @Test
  void shouldRaiseIncidentWhenMappingFails() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask(
                    "pay",
                    t ->
                        t.zeebeJobType("pay")
                            .zeebeInputExpression("assert(order, order != null)", "x"))
                .endEvent()
                .done());
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.IO_MAPPING_ERROR);

    setVariables(instance, Map.of("order", 1));
    resolve(incident);
    complete("pay");

    assertCompleted(instance);
  }

  @Test
  void shouldRaiseIncidentWhenOutputMappingFails() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask(
                    "pay",
                    t ->
                        t.zeebeJobType("pay")
                            .zeebeOutputExpression("assert(receipt, receipt != null)", "x"))
                .endEvent()
                .done());
    complete("pay");
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.IO_MAPPING_ERROR);

    setVariables(instance, Map.of("receipt", 1));
    resolve(incident);

    assertThat(variables(instance)).containsEntry("x", 1);
    assertCompleted(instance);
  }

  @Test
  void shouldKeepEveryJsonValue() {
    var values = new java.util.HashMap<String, Object>();
    values.put("nothing", null);
    values.put("list", List.of(1, "two", true, Map.of("three", 3.25)));
    values.put("text", "oʻzbekcha \"matn\" \u0000".replace("\u0000", ""));
    values.put("big", 9007199254740993L);
    var instance = start(mapped(), values);

    assertThat(variables(instance)).containsAllEntriesOf(values);
  }

  @Test
  void shouldSetVariablesWhereTheyAreOrInTheScope() {
    var instance = start(mapped(), Map.of("order", Map.of("total", 5), "a", 1));
    var task = element(instance, "pay").getElementInstanceKey();

    setVariables(task, Map.of("a", 2, "b", 3));
    client().newSetVariablesCommand(task).variables(Map.of("a", 9)).local(true).send().join();

    assertThat(variables(instance)).containsEntry("a", 2).containsEntry("b", 3);
    assertThat(variablesOf(task)).containsEntry("a", 9);
  }

  @Test
  void shouldMapVariablesOfMessages() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .intermediateCatchEvent(
                    "wait",
                    e ->
                        e.message(m -> m.name("m").zeebeCorrelationKeyExpression("\"k\""))
                            .zeebeOutputExpression("a", "b"))
                .endEvent()
                .done());

    publish("m", "k", Map.of("a", 1, "c", 2));

    assertThat(variables(instance)).isEqualTo(Map.of("b", 1));
    assertCompleted(instance);
  }
}
