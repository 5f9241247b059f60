package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.PartitionBrokerHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uz.yagona.engine.api.DecisionCommand.DecisionEvaluation;
import uz.yagona.engine.api.DecisionCommand.EvaluateDecision;
import uz.yagona.engine.api.DecisionCommand.EvaluatedDecision;
import uz.yagona.engine.api.DecisionCommand.EvaluatedInput;
import uz.yagona.engine.api.DecisionCommand.EvaluatedOutput;
import uz.yagona.engine.api.DecisionCommand.MatchedRule;
import uz.yagona.engine.api.Deployment;
import uz.yagona.engine.api.DeploymentCommand.DeleteResource;
import uz.yagona.engine.api.DeploymentCommand.DeployResources;
import uz.yagona.engine.api.ElementCommand.ActivateAdHocActivities;
import uz.yagona.engine.api.ElementCommand.ResolveIncident;
import uz.yagona.engine.api.ElementCommand.SetVariables;
import uz.yagona.engine.api.EventCommand.BroadcastSignal;
import uz.yagona.engine.api.EventCommand.BroadcastedSignal;
import uz.yagona.engine.api.EventCommand.CorrelateMessage;
import uz.yagona.engine.api.EventCommand.CorrelatedMessage;
import uz.yagona.engine.api.EventCommand.EvaluateConditional;
import uz.yagona.engine.api.EventCommand.EvaluatedConditional;
import uz.yagona.engine.api.EventCommand.PublishMessage;
import uz.yagona.engine.api.EventCommand.PublishedMessage;
import uz.yagona.engine.api.EventCommand.StartedInstance;
import uz.yagona.engine.api.JobCommand.AdHocActivation;
import uz.yagona.engine.api.JobCommand.AdHocResult;
import uz.yagona.engine.api.JobCommand.CompleteJob;
import uz.yagona.engine.api.JobCommand.FailJob;
import uz.yagona.engine.api.JobCommand.TaskCorrections;
import uz.yagona.engine.api.JobCommand.TaskListenerResult;
import uz.yagona.engine.api.JobCommand.ThrowJobError;
import uz.yagona.engine.api.JobCommand.UpdateJob;
import uz.yagona.engine.api.ProcessInstanceCommand.ActivateElement;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstanceWithResult;
import uz.yagona.engine.api.ProcessInstanceCommand.CreatedProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ElementMapping;
import uz.yagona.engine.api.ProcessInstanceCommand.MigrateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ModifyProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.MoveElement;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessInstanceResult;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessReference;
import uz.yagona.engine.api.ProcessInstanceCommand.TerminateElement;
import uz.yagona.engine.api.ProcessInstanceCommand.VariableInstruction;
import uz.yagona.engine.api.UserTaskCommand.AssignUserTask;
import uz.yagona.engine.api.UserTaskCommand.CompleteUserTask;
import uz.yagona.engine.api.UserTaskCommand.UnassignUserTask;
import uz.yagona.engine.api.UserTaskCommand.UpdateUserTask;
import uz.yagona.engine.api.Variables;

/** Each command of the official client arrives at the engine, the same over both protocols. */
class CommandsIT {
  private static GatewayServer server;
  private static RecordingEngine engine;
  private static CamundaClient rest;
  private static CamundaClient grpc;

  @BeforeAll
  static void start() {
    server = GatewayServer.start(RecordingConfiguration.class, Map.of());
    engine = server.bean(RecordingEngine.class);
    rest = server.rest();
    grpc = server.grpc();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    engine.forget();
  }

  enum Protocol {
    REST,
    GRPC;

    CamundaClient client() {
      return this == REST ? rest : grpc;
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldDeploy(Protocol protocol) {
    engine.answerNext(
        new Deployment(
            1,
            List.of(new Deployment.DeployedProcess("p", 2, 3, "p.bpmn")),
            List.of(new Deployment.DeployedDecision("d", "D", 1, 4, "drg", 5)),
            List.of(new Deployment.DeployedRequirements("drg", "DRG", 1, 5, "d.dmn")),
            List.of(new Deployment.DeployedForm("f", 1, 6, "f.form")),
            List.of()));

    var deployment =
        protocol
            .client()
            .newDeployResourceCommand()
            .addResourceStringUtf8("<bpmn/>", "p.bpmn")
            .addResourceStringUtf8("<dmn/>", "d.dmn")
            .send()
            .join();

    var command = (DeployResources) engine.last();
    assertThat(command.files()).extracting(file -> file.name()).containsExactly("p.bpmn", "d.dmn");
    assertThat(command.files().get(0).content()).isEqualTo("<bpmn/>".getBytes());
    assertThat(deployment.getKey()).isEqualTo(1);
    assertThat(deployment.getProcesses().get(0).getProcessDefinitionKey()).isEqualTo(3);
    assertThat(deployment.getDecisions().get(0).getDecisionKey()).isEqualTo(4);
    assertThat(deployment.getDecisionRequirements().get(0).getResourceName()).isEqualTo("d.dmn");
    assertThat(deployment.getForm().get(0).getFormKey()).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource
  void shouldCreateAProcessInstance(Protocol protocol) {
    engine.answerNext(new CreatedProcessInstance(7, 3, "p", 2, Set.of("a"), "b-1"));

    var created =
        protocol
            .client()
            .newCreateInstanceCommand()
            .bpmnProcessId("p")
            .latestVersion()
            .variables(Map.of("amount", 1.10))
            .tags("a")
            .send()
            .join();

    var command = (CreateProcessInstance) engine.last();
    assertThat(command.process()).isEqualTo(new ProcessReference(null, "p", -1));
    assertThat(command.variables()).isEqualTo(Variables.ofJson("{\"amount\":1.1}"));
    assertThat(command.tags()).containsExactly("a");
    assertThat(created.getProcessInstanceKey()).isEqualTo(7);
    assertThat(created.getVersion()).isEqualTo(2);
    assertThat(created.getTags()).containsExactly("a");
  }

  @ParameterizedTest
  @EnumSource
  void shouldCompleteAJob(Protocol protocol) {
    protocol.client().newCompleteCommand(9).variables(Map.of("x", List.of(1, "2"))).send().join();

    assertThat(engine.last()).isEqualTo(CompleteJob.of(9, Variables.ofJson("{\"x\":[1,\"2\"]}")));
  }

  @ParameterizedTest
  @EnumSource
  void shouldActivateNoJobsWhenThereAreNone(Protocol protocol) {
    var jobs =
        protocol
            .client()
            .newActivateJobsCommand()
            .jobType("work")
            .maxJobsToActivate(3)
            .timeout(Duration.ofMinutes(1))
            .requestTimeout(Duration.ofMillis(-1))
            .send()
            .join();

    assertThat(jobs.getJobs()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldStartAtElementsOfAGivenVersion(Protocol protocol) {
    engine.answerNext(new CreatedProcessInstance(7, 3, "p", 2, Set.of(), null));

    protocol
        .client()
        .newCreateInstanceCommand()
        .processDefinitionKey(3)
        .startBeforeElement("review")
        .terminateAfterElement("sign")
        .send()
        .join();

    var command = (CreateProcessInstance) engine.last();
    assertThat(command.process()).isEqualTo(ProcessReference.ofKey(3));
    assertThat(command.startElementIds()).containsExactly("review");
    assertThat(command.terminateAfterElementIds()).containsExactly("sign");
  }

  @ParameterizedTest
  @EnumSource
  void shouldCreateAProcessInstanceAndWaitForItsResult(Protocol protocol) {
    var created = new CreatedProcessInstance(7, 3, "p", 2, Set.of(), null);
    engine.answerNext(new ProcessInstanceResult(created, Variables.ofJson("{\"sum\":3}")));

    var result =
        protocol
            .client()
            .newCreateInstanceCommand()
            .bpmnProcessId("p")
            .version(2)
            .withResult()
            .fetchVariables("sum")
            .send()
            .join();

    var command = (CreateProcessInstanceWithResult) engine.last();
    assertThat(command.creation().process()).isEqualTo(new ProcessReference(null, "p", 2));
    assertThat(command.fetchVariables()).containsExactly("sum");
    assertThat(result.getVariablesAsMap()).containsEntry("sum", 3);
    assertThat(result.getProcessInstanceKey()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void shouldCancelAProcessInstance(Protocol protocol) {
    protocol.client().newCancelInstanceCommand(7).send().join();

    assertThat(engine.last()).isEqualTo(new CancelProcessInstance(7));
  }

  @ParameterizedTest
  @EnumSource
  void shouldModifyAProcessInstance(Protocol protocol) {
    protocol
        .client()
        .newModifyProcessInstanceCommand(7)
        .activateElement("b", 70)
        .withVariables(Map.of("x", 1), "b")
        .and()
        .terminateElement(71)
        .send()
        .join();

    assertThat(engine.last())
        .isEqualTo(
            new ModifyProcessInstance(
                7,
                List.of(
                    new ActivateElement(
                        "b",
                        70L,
                        List.of(new VariableInstruction("b", Variables.ofJson("{\"x\":1}"))))),
                List.of(),
                List.of(new TerminateElement(71L, null))));
  }

  @ParameterizedTest
  @EnumSource
  void shouldMoveElements(Protocol protocol) {
    protocol
        .client()
        .newModifyProcessInstanceCommand(7)
        .moveElementsWithInferredAncestor("a", "b")
        .send()
        .join();

    assertThat(((ModifyProcessInstance) engine.last()).moves())
        .containsExactly(
            new MoveElement(new TerminateElement(null, "a"), "b", null, true, List.of()));
  }

  @ParameterizedTest
  @EnumSource
  void shouldMigrateAProcessInstance(Protocol protocol) {
    protocol
        .client()
        .newMigrateProcessInstanceCommand(7)
        .migrationPlan(8)
        .addMappingInstruction("a", "b")
        .send()
        .join();

    assertThat(engine.last())
        .isEqualTo(new MigrateProcessInstance(7, 8, List.of(new ElementMapping("a", "b"))));
  }

  @ParameterizedTest
  @EnumSource
  void shouldFailAJobWithRetriesBackoffAndVariables(Protocol protocol) {
    protocol
        .client()
        .newFailCommand(9)
        .retries(2)
        .retryBackoff(Duration.ofSeconds(5))
        .errorMessage("no paper")
        .variables(Map.of("tries", 1))
        .send()
        .join();

    assertThat(engine.last())
        .isEqualTo(
            new FailJob(
                9, 2, "no paper", Duration.ofSeconds(5), Variables.ofJson("{\"tries\":1}")));
  }

  @ParameterizedTest
  @EnumSource
  void shouldThrowABpmnError(Protocol protocol) {
    protocol
        .client()
        .newThrowErrorCommand(9)
        .errorCode("REGISTER_DOWN")
        .errorMessage("no answer")
        .send()
        .join();

    assertThat(engine.last())
        .isEqualTo(new ThrowJobError(9, "REGISTER_DOWN", "no answer", Variables.NONE));
  }

  @ParameterizedTest
  @EnumSource
  void shouldUpdateRetriesAndTimeoutOfAJob(Protocol protocol) {
    protocol.client().newUpdateRetriesCommand(9).retries(4).send().join();
    assertThat(engine.last()).isEqualTo(new UpdateJob(9, 4, null));

    protocol.client().newUpdateTimeoutCommand(9).timeout(Duration.ofSeconds(3)).send().join();
    assertThat(engine.last()).isEqualTo(new UpdateJob(9, null, Duration.ofSeconds(3)));
  }

  @ParameterizedTest
  @EnumSource
  void shouldCompleteATaskListenerWithCorrections(Protocol protocol) {
    protocol
        .client()
        .newCompleteCommand(9)
        .withResult(
            result ->
                result
                    .forUserTask()
                    .deny(false)
                    .correctAssignee("head-1")
                    .correctDueDate("2026-12-01T10:00:00Z")
                    .correctFollowUpDate("")
                    .correctCandidateGroups(List.of())
                    .correctPriority(80))
        .send()
        .join();

    assertThat(((CompleteJob) engine.last()).result())
        .isEqualTo(
            new TaskListenerResult(
                false,
                null,
                new TaskCorrections(
                    "head-1",
                    List.of(),
                    null,
                    Optional.of(Instant.parse("2026-12-01T10:00:00Z")),
                    Optional.empty(),
                    80)));
  }

  @ParameterizedTest
  @EnumSource
  void shouldCompleteAnAdHocSubProcessJob(Protocol protocol) {
    protocol
        .client()
        .newCompleteCommand(9)
        .withResult(
            result ->
                result
                    .forAdHocSubProcess()
                    .activateElement("ask")
                    .variable("who", "x")
                    .completionConditionFulfilled(true)
                    .cancelRemainingInstances(true))
        .send()
        .join();

    assertThat(((CompleteJob) engine.last()).result())
        .isEqualTo(
            new AdHocResult(
                List.of(new AdHocActivation("ask", Variables.ofJson("{\"who\":\"x\"}"))),
                true,
                true));
  }

  @ParameterizedTest
  @EnumSource
  void shouldPublishAMessage(Protocol protocol) {
    engine.answerNext(new PublishedMessage(11));

    var published =
        protocol
            .client()
            .newPublishMessageCommand()
            .messageName("request.filed")
            .correlationKey("r-1")
            .messageId("r-1")
            .timeToLive(Duration.ofHours(1))
            .variables(Map.of("a", true))
            .send()
            .join();

    assertThat(engine.last())
        .isEqualTo(
            new PublishMessage(
                "request.filed",
                "r-1",
                "r-1",
                Duration.ofHours(1),
                Variables.ofJson("{\"a\":true}")));
    assertThat(published.getMessageKey()).isEqualTo(11);
  }

  @ParameterizedTest
  @EnumSource
  void shouldBroadcastASignal(Protocol protocol) {
    engine.answerNext(new BroadcastedSignal(12));

    var signal = protocol.client().newBroadcastSignalCommand().signalName("stop").send().join();

    assertThat(engine.last()).isEqualTo(new BroadcastSignal("stop", Variables.NONE));
    assertThat(signal.getKey()).isEqualTo(12);
  }

  @ParameterizedTest
  @EnumSource
  void shouldEvaluateConditions(Protocol protocol) {
    engine.answerNext(new EvaluatedConditional(13, List.of(new StartedInstance(3, 7))));

    var started =
        protocol.client().newEvaluateConditionalCommand().variables(Map.of("x", 1)).send().join();

    assertThat(engine.last())
        .isEqualTo(new EvaluateConditional(Variables.ofJson("{\"x\":1}"), null));
    assertThat(started.getProcessInstances().get(0).getProcessInstanceKey()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void shouldSetVariables(Protocol protocol) {
    protocol
        .client()
        .newSetVariablesCommand(70)
        .variables(Map.of("x", 1))
        .local(true)
        .send()
        .join();

    assertThat(engine.last()).isEqualTo(new SetVariables(70, Variables.ofJson("{\"x\":1}"), true));
  }

  @ParameterizedTest
  @EnumSource
  void shouldResolveAnIncident(Protocol protocol) {
    protocol.client().newResolveIncidentCommand(15).send().join();

    assertThat(engine.last()).isEqualTo(new ResolveIncident(15));
  }

  @ParameterizedTest
  @EnumSource
  void shouldDeleteAResource(Protocol protocol) {
    protocol.client().newDeleteResourceCommand(16).send().join();

    assertThat(engine.last()).isEqualTo(new DeleteResource(16));
  }

  @ParameterizedTest
  @EnumSource
  void shouldEvaluateADecision(Protocol protocol) {
    engine.answerNext(evaluation());

    var evaluated =
        protocol
            .client()
            .newEvaluateDecisionCommand()
            .decisionId("sla")
            .variables(Map.of("caseType", "APPEAL"))
            .send()
            .join();

    assertThat(engine.last())
        .isEqualTo(
            new EvaluateDecision("sla", null, Variables.ofJson("{\"caseType\":\"APPEAL\"}")));
    assertThat(evaluated.getDecisionOutput()).isEqualTo("15");
    assertThat(evaluated.getDecisionKey()).isEqualTo(4);
    var decision = evaluated.getEvaluatedDecisions().get(0);
    assertThat(decision.getEvaluatedInputs().get(0).getInputValue()).isEqualTo("\"APPEAL\"");
    assertThat(decision.getMatchedRules().get(0).getRuleIndex()).isEqualTo(1);
    assertThat(decision.getMatchedRules().get(0).getEvaluatedOutputs().get(0).getOutputValue())
        .isEqualTo("15");
  }

  private static DecisionEvaluation evaluation() {
    var output = new EvaluatedOutput("o", "days", "15");
    var decision =
        new EvaluatedDecision(
            "20-1",
            "sla",
            4,
            "SLA",
            1,
            "DECISION_TABLE",
            "15",
            List.of(new EvaluatedInput("i", "case type", "\"APPEAL\"")),
            List.of(new MatchedRule("r", 1, List.of(output))));
    return new DecisionEvaluation(
        20, "sla", 4, "SLA", 1, "drg", 5, "15", null, null, List.of(decision));
  }

  @ParameterizedTest
  @EnumSource
  void shouldTellTheTopology(Protocol protocol) {
    var topology = protocol.client().newTopologyRequest().send().join();

    assertThat(topology.getGatewayVersion()).isEqualTo("0.1.0");
    var partition = topology.getBrokers().get(0).getPartitions().get(0);
    assertThat(partition.isLeader()).isTrue();
    assertThat(partition.getHealth()).isEqualTo(PartitionBrokerHealth.HEALTHY);
  }

  @Test
  void shouldCorrelateAMessage() {
    engine.answerNext(new CorrelatedMessage(11, 7));

    var correlated =
        rest.newCorrelateMessageCommand()
            .messageName("applicant.answered")
            .correlationKey("r-1")
            .send()
            .join();

    assertThat(engine.last())
        .isEqualTo(new CorrelateMessage("applicant.answered", "r-1", Variables.NONE));
    assertThat(correlated.getProcessInstanceKey()).isEqualTo(7);
  }

  @Test
  void shouldAssignAndUnassignUserTasks() {
    rest.newAssignUserTaskCommand(30).assignee("ali").action("claim").send().join();
    assertThat(engine.last()).isEqualTo(new AssignUserTask(30, "ali", true, "claim"));

    rest.newAssignUserTaskCommand(30).assignee("ali").allowOverride(false).send().join();
    assertThat(engine.last()).isEqualTo(new AssignUserTask(30, "ali", false, null));

    rest.newUnassignUserTaskCommand(30).send().join();
    assertThat(engine.last()).isEqualTo(new UnassignUserTask(30, null));
  }

  @Test
  void shouldUpdateUserTasks() {
    rest.newUpdateUserTaskCommand(30)
        .candidateGroups("legal-reviewers")
        .clearCandidateUsers()
        .clearDueDate()
        .followUpDate("2026-12-01T10:00:00Z")
        .priority(75)
        .send()
        .join();

    assertThat(engine.last())
        .isEqualTo(
            new UpdateUserTask(
                30,
                new TaskCorrections(
                    null,
                    List.of("legal-reviewers"),
                    List.of(),
                    Optional.empty(),
                    Optional.of(Instant.parse("2026-12-01T10:00:00Z")),
                    75),
                null));
  }

  @Test
  void shouldCompleteUserTasks() {
    rest.newCompleteUserTaskCommand(30).variables(Map.of("outcome", "APPROVE")).send().join();

    assertThat(engine.last())
        .isEqualTo(new CompleteUserTask(30, Variables.ofJson("{\"outcome\":\"APPROVE\"}"), null));
  }

  @Test
  void shouldActivateActivitiesOfAnAdHocSubProcess() {
    rest.newActivateAdHocSubProcessActivitiesCommand("70").activateElement("ask").send().join();

    assertThat(engine.last())
        .isEqualTo(
            new ActivateAdHocActivities(
                70, List.of(new AdHocActivation("ask", Variables.NONE)), false));
  }

  @Test
  void shouldPinAndResetTheClock() {
    rest.newPinClockCommand().time(Instant.parse("2027-01-01T00:00:00Z")).send().join();
    assertThat(engine.clock().pinnedAt()).isEqualTo("2027-01-01T00:00:00Z");

    rest.newResetClockCommand().send().join();
    assertThat(engine.clock().pinnedAt()).isNull();
  }

  @Test
  void shouldEvaluateAnExpression() {
    var result =
        rest.newEvaluateExpressionCommand()
            .expression("=a + 1")
            .variables(Map.of("a", 2))
            .send()
            .join();

    assertThat(result.getResult()).isEqualTo(3);
  }

  @Test
  void shouldTellStatusAndCaller() {
    assertThat(rest.newStatusRequest().send().join().getStatus().name()).isEqualTo("UP");
  }

  @Test
  @SuppressWarnings("deprecation")
  void shouldDeployProcessesTheOldWay() {
    engine.answerNext(
        new Deployment(
            1,
            List.of(new Deployment.DeployedProcess("p", 2, 3, "p.bpmn")),
            List.of(),
            List.of(),
            List.of(),
            List.of()));

    var deployed = grpc.newDeployCommand().addResourceStringUtf8("<bpmn/>", "p.bpmn").send().join();

    assertThat(((DeployResources) engine.last()).files().get(0).name()).isEqualTo("p.bpmn");
    assertThat(deployed.getProcesses().get(0).getVersion()).isEqualTo(2);
  }
}
