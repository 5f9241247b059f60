package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UsageMetricsIT {
  private static final OffsetDateTime NINE = OffsetDateTime.parse("2026-11-02T09:00:00Z");
  private static GatewayFixture fixture;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    fixture = GatewayFixture.start();
    client = fixture.rest();
    at(NINE);
    var called =
        Bpmn.createExecutableProcess("called")
            .startEvent()
            .userTask("ask")
            .zeebeUserTask()
            .zeebeAssignee("ann")
            .endEvent()
            .done();
    var calling =
        Bpmn.createExecutableProcess("calling")
            .startEvent()
            .callActivity("call", call -> call.zeebeProcessId("called"))
            .endEvent()
            .done();
    client
        .newDeployResourceCommand()
        .addProcessModel(called, "called.bpmn")
        .addProcessModel(calling, "calling.bpmn")
        .addResourceFromClasspath("sla.dmn")
        .send()
        .join();
    client.newCreateInstanceCommand().bpmnProcessId("calling").latestVersion().send().join();
    client.newCreateInstanceCommand().bpmnProcessId("called").latestVersion().send().join();
    at(NINE.plusHours(1));
    var tasks = client.newUserTaskSearchRequest().send().join().items();
    for (var name : new String[] {"bob", "cem", "bob"}) {
      client.newAssignUserTaskCommand(tasks.get(0).getUserTaskKey()).assignee(name).send().join();
    }
    client
        .newEvaluateDecisionCommand()
        .decisionId("sla")
        .variables(Map.of("caseType", "APPEAL"))
        .send()
        .join();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static void at(OffsetDateTime time) {
    fixture.engine().pinClock(time.toInstant()).join();
  }

  @Test
  void shouldCountRootInstancesDecisionsAndDifferentPeople() {
    var usage =
        client
            .newUsageMetricsRequest(NINE.minusHours(1), NINE.plusHours(2))
            .withTenants(true)
            .send()
            .join();

    assertThat(usage.getProcessInstances()).isEqualTo(2);
    assertThat(usage.getDecisionInstances()).isEqualTo(1);
    assertThat(usage.getAssignees()).isEqualTo(3);
    assertThat(usage.getActiveTenants()).isEqualTo(1);
    assertThat(usage.getTenants().get("<default>").getAssignees()).isEqualTo(3);
  }

  @Test
  void shouldCountInTheSpanOnly() {
    var later =
        client
            .newUsageMetricsRequest(NINE.plusMinutes(30), NINE.plusHours(2))
            .withTenants(false)
            .send()
            .join();

    assertThat(later.getProcessInstances()).isZero();
    assertThat(later.getAssignees()).isEqualTo(2);
    var before =
        client.newUsageMetricsRequest(NINE.minusHours(2), NINE.minusHours(1)).send().join();
    assertThat(before.getActiveTenants()).isZero();
    var elsewhere =
        client.newUsageMetricsRequest(NINE, NINE.plusHours(2)).tenantId("elsewhere").send().join();
    assertThat(elsewhere.getProcessInstances()).isZero();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> client.newUsageMetricsRequest(NINE, NINE.minusHours(1)).send().join())
        .withMessageContaining("at or after 'startTime'");
  }
}
