package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Service, send, receive, script, business rule, manual and undefined tasks. */
class TasksIT extends Scenario {

  private static BpmnModelInstance service() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent("start")
        .serviceTask("pay", task -> task.zeebeJobType("pay").zeebeTaskHeader("currency", "UZS"))
        .endEvent("end")
        .done();
  }

  @Test
  void shouldHandServiceTaskToWorker() {
    var instance = start(service(), Map.of("amount", 7));

    assertThat(active(instance)).containsExactly("pay");
    assertThat(element(instance, "pay").getType()).isEqualTo(ElementInstanceType.SERVICE_TASK);
    var job = job("pay");
    assertThat(job.getElementId()).isEqualTo("pay");
    assertThat(job.getRetries()).isEqualTo(3);
    assertThat(job.getCustomHeaders()).containsEntry("currency", "UZS");
    assertThat(job.getVariablesAsMap()).containsEntry("amount", 7);
  }

  @Test
  void shouldMergeVariablesOfCompletedServiceTask() {
    var instance = start(service());

    complete("pay", Map.of("receipt", "r-1"));

    assertThat(completed(instance)).containsExactly("start", "pay", "end");
    assertThat(variables(instance)).containsEntry("receipt", "r-1");
    assertCompleted(instance);
  }

  @Test
  void shouldTerminateServiceTask() {
    var instance = start(service());

    cancel(instance);

    assertThat(terminated(instance)).containsExactly("pay");
    assertTerminated(instance);
    assertThat(jobs("pay")).isEmpty();
  }

  @Test
  void shouldRaiseIncidentWhenRetriesOfServiceTaskEnd() {
    var instance = start(service());
    client().newFailCommand(job("pay")).retries(0).errorMessage("no money").send().join();
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.JOB_NO_RETRIES);
    assertThat(incident.getErrorMessage()).isEqualTo("no money");

    client().newUpdateRetriesCommand(incident.getJobKey()).retries(1).send().join();
    resolve(incident);
    complete("pay");

    assertCompleted(instance);
  }

  @Test
  void shouldRetryAfterBackOff() {
    var instance = start(service());
    client()
        .newFailCommand(job("pay"))
        .retries(2)
        .retryBackoff(Duration.ofMinutes(5))
        .send()
        .join();
    assertThat(jobs("pay")).isEmpty();

    advance(Duration.ofMinutes(5));
    complete("pay");

    assertCompleted(instance);
  }

  @Test
  void shouldRaiseIncidentWhenJobTypeCannotBeEvaluated() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask("pay", task -> task.zeebeJobTypeExpression("kind"))
                .endEvent()
                .done());
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.EXTRACT_VALUE_ERROR);
    assertThat(incident.getErrorMessage()).contains("Expected result of the expression 'kind'");

    setVariables(instance, Map.of("kind", "pay"));
    resolve(incident);
    complete("pay");

    assertCompleted(instance);
  }

  @Test
  void shouldRunSendTaskByWorker() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .sendTask("tell", task -> task.zeebeJobType("mail"))
                .endEvent()
                .done());
    assertThat(element(instance, "tell").getType()).isEqualTo(ElementInstanceType.SEND_TASK);

    complete("mail");

    assertCompleted(instance);
  }

  @Test
  void shouldPublishMessageOfSendTask() {
    deploy(Bpmn.createExecutableProcess("receiver").startEvent().message("told").endEvent().done());
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .sendTask("tell", t -> t.message(m -> m.name("told").zeebeCorrelationKey("k")))
                .endEvent()
                .done());

    assertCompleted(instance);
    assertThat(completed(instanceOf("receiver"))).hasSize(2);
  }

  private static BpmnModelInstance receive() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .receiveTask("wait")
        .message(m -> m.name("paid").zeebeCorrelationKeyExpression("orderId"))
        .endEvent()
        .done();
  }

  @Test
  void shouldCompleteReceiveTaskByMessage() {
    var instance = start(receive(), Map.of("orderId", "o-1"));
    assertThat(active(instance)).containsExactly("wait");

    publish("paid", "o-2");
    assertThat(active(instance)).containsExactly("wait");
    publish("paid", "o-1", Map.of("receipt", 5));

    assertThat(variables(instance)).containsEntry("receipt", 5);
    assertCompleted(instance);
  }

  @Test
  void shouldTerminateReceiveTask() {
    var instance = start(receive(), Map.of("orderId", "o-1"));

    cancel(instance);

    assertThat(terminated(instance)).containsExactly("wait");
    assertTerminated(instance);
  }

  @Test
  void shouldRaiseIncidentWhenCorrelationKeyIsMissing() {
    var instance = start(receive());
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.EXTRACT_VALUE_ERROR);
    assertThat(incident.getErrorMessage())
        .contains("Failed to extract the correlation key for 'orderId'");

    setVariables(instance, Map.of("orderId", "o-1"));
    resolve(incident);
    publish("paid", "o-1");

    assertCompleted(instance);
  }

  private static BpmnModelInstance script(String expression) {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .scriptTask("compute", t -> t.zeebeExpression(expression).zeebeResultVariable("sum"))
        .endEvent()
        .done();
  }

  @Test
  void shouldEvaluateScriptTask() {
    var instance = start(script("a + b"), Map.of("a", 1, "b", 2));

    assertThat(variables(instance)).containsEntry("sum", 3);
    assertCompleted(instance);
  }

  @Test
  void shouldRaiseIncidentWhenScriptFails() {
    var instance = start(script("assert(a, a > 0)"), Map.of("a", 0));
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.EXTRACT_VALUE_ERROR);
    assertThat(active(instance)).containsExactly("compute");

    setVariables(instance, Map.of("a", 4));
    resolve(incident);

    assertThat(variables(instance)).containsEntry("sum", 4);
    assertCompleted(instance);
  }

  private static final String DISCOUNT =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="pricing" name="Pricing"
          namespace="test">
        <decision id="discount" name="Discount">
          <decisionTable id="table" hitPolicy="UNIQUE">
            <input id="in" label="Amount"><inputExpression><text>amount</text></inputExpression></input>
            <output id="out" name="percent"/>
            <rule id="small"><inputEntry><text>&lt;= 100</text></inputEntry><outputEntry><text>0</text></outputEntry></rule>
            <rule id="large"><inputEntry><text>&gt;= 100</text></inputEntry><outputEntry><text>10</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  private static BpmnModelInstance decision() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .businessRuleTask("decide")
        .zeebeCalledDecisionId("discount")
        .zeebeResultVariable("percent")
        .endEvent()
        .done();
  }

  @Test
  void shouldEvaluateDecisionOfBusinessRuleTask() {
    deploy(DISCOUNT, "pricing.dmn");
    var instance = start(decision(), Map.of("amount", 500));

    assertThat(variables(instance)).containsEntry("percent", 10);
    assertCompleted(instance);
    var evaluated =
        client()
            .newDecisionInstanceSearchRequest()
            .filter(filter -> filter.processInstanceKey(instance))
            .send()
            .join()
            .singleItem();
    assertThat(evaluated.getDecisionDefinitionId()).isEqualTo("discount");
    assertThat(evaluated.getResult()).isEqualTo("10");
  }

  @Test
  void shouldRaiseIncidentWhenDecisionFails() {
    deploy(DISCOUNT, "pricing.dmn");
    var instance = start(decision(), Map.of("amount", 100));
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.DECISION_EVALUATION_ERROR);

    setVariables(instance, Map.of("amount", 50));
    resolve(incident);

    assertThat(variables(instance)).containsEntry("percent", 0);
    assertCompleted(instance);
  }

  @Test
  void shouldRaiseIncidentWhenDecisionIsNotDeployed() {
    var instance = start(decision(), Map.of("amount", 5));
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.CALLED_DECISION_ERROR);

    deploy(DISCOUNT, "pricing.dmn");
    resolve(incident);

    assertCompleted(instance);
  }

  @Test
  void shouldRunBusinessRuleTaskByWorker() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .businessRuleTask("decide", t -> t.zeebeJobType("rules"))
                .endEvent()
                .done());

    complete("rules");

    assertCompleted(instance);
  }

  @Test
  void shouldPassThroughManualAndUndefinedTasks() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent("start")
                .manualTask("by-hand")
                .task("whatever")
                .endEvent("end")
                .done());

    assertThat(completed(instance)).containsExactly("start", "by-hand", "whatever", "end");
    assertThat(element(instance, "by-hand").getType()).isEqualTo(ElementInstanceType.MANUAL_TASK);
    assertThat(element(instance, "whatever").getType()).isEqualTo(ElementInstanceType.TASK);
    assertCompleted(instance);
  }
}
