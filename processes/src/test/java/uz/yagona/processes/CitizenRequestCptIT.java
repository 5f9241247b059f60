package uz.yagona.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThatDecision;
import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import io.camunda.process.test.api.assertions.DecisionSelectors;
import io.camunda.process.test.api.assertions.ProcessInstanceSelector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The model under Camunda Process Test in remote mode, as an integrator runs it: its client, its
 * mocks, its clock and its assertions; nothing of this engine's own.
 */
class CitizenRequestCptIT {
  private static final ProcessInstanceSelector REQUEST = byProcessId("citizen-request");
  private static final WalkServer SERVER = WalkServer.start();

  /** Registered first, called last: the coverage report still asks the server. */
  @RegisterExtension
  @Order(1)
  static final AfterAllCallback CLOSING = context -> SERVER.close();

  @RegisterExtension
  @Order(2)
  static final CamundaProcessTestExtension CPT =
      new CamundaProcessTestExtension()
          .withRuntimeMode(CamundaProcessTestRuntimeMode.REMOTE)
          .withRemoteCamundaMonitoringApiAddress(SERVER.restAddress())
          .withRemoteCamundaClientBuilderFactory(SERVER::clientBuilder)
          .withCoverageReportDirectory("target/process-coverage");

  private CamundaClient client;
  private CamundaProcessTestContext context;

  @BeforeEach
  void deploy() {
    context.setTime(Instant.parse("2026-11-25T05:00:00Z"));
    client
        .newDeployResourceCommand()
        .addResourceFromClasspath("processes/citizen-request/citizen-request.bpmn")
        .addResourceFromClasspath("processes/citizen-request/sla.dmn")
        .addResourceFromClasspath("processes/citizen-request/request-triage.dmn")
        .addResourceFromClasspath("processes/citizen-request/competence-routing.dmn")
        .addResourceFromClasspath("processes/citizen-request/escalation.dmn")
        .send()
        .join();
    context
        .mockJobWorker("request-register")
        .thenComplete(
            Map.of("number", "UZ-MRJ-2026-000001", "filedAt", "2026-11-25T10:00:00+05:00"));
    context
        .mockJobWorker("deadline-calc")
        .thenComplete(Walk.deadline("2026-12-03", "2026-12-07", "2026-12-10"));
    context.mockJobWorker("notify").thenComplete();
    context.mockJobWorker("request-state").thenComplete();
  }

  private void file(Map<String, Object> variables) {
    client
        .newPublishMessageCommand()
        .messageName("request.filed")
        .correlationKey("r-1")
        .messageId("r-1")
        .timeToLive(Duration.ofHours(1))
        .variables(variables)
        .send()
        .join();
  }

  private static Map<String, Object> appeal() {
    var variables = Walk.appeal();
    variables.put("requestId", "r-1");
    return variables;
  }

  @Test
  void shouldWalkTheHappyPath() {
    context
        .mockJobWorker("pdf-render")
        .thenComplete(
            Map.of(
                "documentId",
                "d-1",
                "documentNumber",
                "UZ-DOC-2026-000001",
                "documentDigest",
                "ab"));
    var signing =
        context
            .mockJobWorker("pdf-sign")
            .thenComplete(Map.of("signature", Map.of("level", "PAdES-B-T")));
    file(appeal());

    assertThatUserTask(byElementId("review-request"))
        .isCreated()
        .hasName("Murojaatni koʻrib chiqish")
        .hasPriority(50)
        .hasCandidateGroups(List.of("appeals-reviewers"))
        .hasDueDate("2026-12-10T13:00:00.000Z");
    context.completeUserTask(
        byElementId("review-request"), Map.of("outcome", "APPROVE", "reviewer", "appeals1"));
    assertThatUserTask(byElementId("sign-decision")).hasCandidateGroup("appeals-heads");
    context.completeUserTask(
        byElementId("sign-decision"),
        Map.of("signOutcome", "SIGN", "signer", "appeals-head", "signedDigest", "ab"));

    assertThatProcessInstance(REQUEST)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "request-filed", "register-request", "review-request", "sign-decision", "decided")
        .hasNotActivatedElements("check-register")
        .hasCorrelatedMessage("request.filed")
        .hasVariable("number", "UZ-MRJ-2026-000001")
        .hasNoActiveIncidents();
    assertThat(signing.getInvocations()).isEqualTo(1);
  }

  @Test
  void shouldDecideTermPriorityAndBody() {
    file(appeal());

    assertThatUserTask(byElementId("review-request")).isCreated();
    assertThatDecision(DecisionSelectors.byId("sla")).isEvaluated();
    assertThatDecision(DecisionSelectors.byId("request-triage")).isEvaluated();
    assertThatDecision(DecisionSelectors.byId("competence-routing")).isEvaluated();
    assertThatProcessInstance(REQUEST)
        .hasVariableSatisfies(
            "route",
            Map.class,
            route -> assertThat(route).containsEntry("group", "appeals-reviewers"))
        .hasActiveElements("handle-request", "prepare-decision", "review-request");
  }

  @Test
  void shouldLetStaffCheckByHandWhenTheRegisterIsDown() {
    context.mockJobWorker("register-call").thenThrowBpmnError("REGISTER_DOWN");
    var certificate = Walk.certificate();
    certificate.put("requestId", "r-1");
    file(certificate);

    assertThatUserTask(byElementId("review-request")).isCreated();
    assertThatProcessInstance(REQUEST)
        .hasCompletedElements("register-down")
        .hasTerminatedElements("check-register")
        .hasVariable("registerStatus", "DOWN")
        .hasNoActiveIncidents();
  }

  @Test
  void shouldEscalateWhenTheTimeComesAndEndWhenTheApplicantWithdraws() {
    var escalations = context.mockJobWorker("escalate").thenComplete();
    file(appeal());
    assertThatUserTask(byElementId("review-request")).isCreated();
    assertThatProcessInstance(REQUEST).isWaitingForMessage("request.withdrawn", "r-1");

    context.setTime(Instant.parse("2026-12-03T04:00:01Z"));
    org.awaitility.Awaitility.await()
        .untilAsserted(() -> assertThat(escalations.getInvocations()).isEqualTo(1));
    client
        .newPublishMessageCommand()
        .messageName("request.withdrawn")
        .correlationKey("r-1")
        .send()
        .join();

    assertThatProcessInstance(REQUEST)
        .isCompleted()
        .hasTerminatedElements("handle-request", "review-request")
        .hasCompletedElements("withdrawn");
    assertThatUserTask(byElementId("review-request")).isCanceled();
  }
}
