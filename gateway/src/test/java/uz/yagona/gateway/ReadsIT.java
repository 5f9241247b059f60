package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.BatchOperationState;
import io.camunda.client.api.search.enums.BatchOperationType;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Single things by key, what is deleted, and a worker of the official client. */
class ReadsIT {
  private static GatewayFixture fixture;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    fixture = GatewayFixture.start();
    client = fixture.rest();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @BeforeEach
  void deploy() {
    fixture.purge();
    client
        .newDeployResourceCommand()
        .addResourceFromClasspath("review.bpmn")
        .addResourceFromClasspath("check.form")
        .addResourceFromClasspath("sla.dmn")
        .send()
        .join();
  }

  private static long create(String requestId) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("review")
        .latestVersion()
        .variables(Map.of("requestId", requestId))
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private static ProcessInstanceState state(long processInstanceKey) {
    return client.newProcessInstanceGetRequest(processInstanceKey).send().join().getState();
  }

  @Test
  void shouldGetDefinitionsByKey() {
    var process = client.newProcessDefinitionSearchRequest().send().join().singleItem();
    var definition =
        client.newProcessDefinitionGetRequest(process.getProcessDefinitionKey()).send().join();
    assertThat(definition.getName()).isEqualTo("Review");
    assertThat(definition.getResourceName()).isEqualTo("review.bpmn");

    var decision = client.newDecisionDefinitionSearchRequest().send().join().singleItem();
    assertThat(client.newDecisionDefinitionGetRequest(decision.getDecisionKey()).send().join())
        .isEqualTo(decision);
    var requirements = client.newDecisionRequirementsSearchRequest().send().join().singleItem();
    var key = requirements.getDecisionRequirementsKey();
    assertThat(client.newDecisionRequirementsGetRequest(key).send().join().getResourceName())
        .isEqualTo("sla.dmn");
    assertThat(client.newDecisionRequirementsGetXmlRequest(key).send().join())
        .contains("sla-requirements");
  }

  @Test
  void shouldGetWhatBelongsToAnInstanceByKey() {
    var instance = create("r-1");
    var element =
        client
            .newElementInstanceSearchRequest()
            .filter(filter -> filter.processInstanceKey(instance).elementId("work"))
            .send()
            .join()
            .singleItem();
    var found = client.newElementInstanceGetRequest(element.getElementInstanceKey());
    assertThat(found.send().join().getElementName()).isEqualTo("Work");
    var variable =
        client
            .newVariableSearchRequest()
            .filter(filter -> filter.name("requestId"))
            .send()
            .join()
            .singleItem();
    assertThat(client.newVariableGetRequest(variable.getVariableKey()).send().join().getValue())
        .isEqualTo("\"r-1\"");
  }

  @Test
  void shouldCutLongVariablesInSearchesOnly() {
    var instance = create("r-1");
    var text = "x".repeat(20_000);
    client.newSetVariablesCommand(instance).variables(Map.of("text", text)).send().join();

    var cut =
        client
            .newVariableSearchRequest()
            .filter(filter -> filter.name("text"))
            .send()
            .join()
            .singleItem();

    assertThat(cut.isTruncated()).isTrue();
    assertThat(cut.getValue().length()).isLessThan(text.length());
    assertThat(client.newVariableGetRequest(cut.getVariableKey()).send().join().getValue())
        .isEqualTo("\"" + text + "\"");
    assertThat(
            client
                .newVariableSearchRequest()
                .filter(filter -> filter.name("text"))
                .withFullValues()
                .send()
                .join()
                .singleItem()
                .getValue())
        .hasSize(text.length() + 2);
  }

  @Test
  void shouldGetIncidentsByKeyInstanceAndElement() {
    var instance = create("r-1");
    var job = client.newActivateJobsCommand().jobType("work").maxJobsToActivate(1).send().join();
    client.newFailCommand(job.getJobs().get(0)).retries(0).errorMessage("no paper").send().join();

    var incident =
        client.newIncidentsByProcessInstanceSearchRequest(instance).send().join().singleItem();
    var byKey = client.newIncidentGetRequest(incident.getIncidentKey()).send().join();
    assertThat(byKey.getState()).isEqualTo(IncidentState.ACTIVE);
    assertThat(
            client
                .newIncidentsByElementInstanceSearchRequest(incident.getElementInstanceKey())
                .send()
                .join()
                .items())
        .hasSize(1);
  }

  @Test
  void shouldUpdateRetriesAndTimeoutOfAJobAtOnce() {
    create("r-1");
    var job =
        client
            .newActivateJobsCommand()
            .jobType("work")
            .maxJobsToActivate(1)
            .send()
            .join()
            .getJobs()
            .get(0);

    client.newUpdateJobCommand(job).update(7, 60_000L).send().join();

    assertThat(client.newJobSearchRequest().send().join().singleItem().getRetries()).isEqualTo(7);
  }

  @Test
  void shouldDeployReadAndDeleteOtherFiles() {
    var deployed =
        client
            .newDeployResourceCommand()
            .addResourceStringUtf8("# Norms", "norms.md")
            .send()
            .join()
            .getResource()
            .get(0);
    var key = deployed.getResourceKey();
    var resource = client.newResourceGetRequest(key).send().join();
    assertThat(resource.getResourceName()).isEqualTo("norms.md");
    assertThat(resource.getVersion()).isEqualTo(1);
    var content = client.newResourceContentGetRequest(key).send().join();
    assertThat(content).isEqualTo("# Norms");

    client.newDeleteResourceCommand(key).send().join();

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> client.newResourceGetRequest(key).send().join())
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(404));
  }

  @Test
  void shouldDeleteAFinishedInstanceAndADecisionInstance() {
    var instance = create("r-1");
    client.newCancelInstanceCommand(instance).send().join();
    client.newDeleteProcessInstanceCommand(instance).send().join();
    await()
        .untilAsserted(
            () ->
                assertThat(client.newProcessInstanceSearchRequest().send().join().items())
                    .isEmpty());

    var evaluated =
        client
            .newEvaluateDecisionCommand()
            .decisionId("sla")
            .variables(Map.of("caseType", "APPEAL"))
            .send()
            .join();
    client.newDeleteDecisionInstanceCommand(evaluated.getDecisionEvaluationKey()).send().join();
    assertThat(client.newDecisionInstanceSearchRequest().send().join().items()).isEmpty();
  }

  @Test
  void shouldDeleteAProcessTogetherWithTheHistoryOfFinishedInstances() {
    var finished = create("r-1");
    client.newCancelInstanceCommand(finished).send().join();
    var running = create("r-2");
    var key = client.newProcessDefinitionSearchRequest().send().join().singleItem();

    for (var each : List.of(fixture.rest(), fixture.grpc())) {
      var batch =
          each.newDeleteResourceCommand(key.getProcessDefinitionKey())
              .deleteHistory(true)
              .send()
              .join()
              .getCreateBatchOperationResponse();
      assertThat(batch.getBatchOperationType())
          .isEqualTo(BatchOperationType.DELETE_PROCESS_INSTANCE);
      awaitBatch(batch.getBatchOperationKey());
    }

    assertThat(client.newProcessInstanceSearchRequest().send().join().singleItem())
        .satisfies(left -> assertThat(left.getProcessInstanceKey()).isEqualTo(running));
    assertThat(client.newProcessDefinitionSearchRequest().send().join().items()).isEmpty();
  }

  @Test
  void shouldDeleteDecisionsTogetherWithTheirHistoryAndFormsWithoutAny() {
    client
        .newEvaluateDecisionCommand()
        .decisionId("sla")
        .variables(Map.of("caseType", "APPEAL"))
        .send()
        .join();
    var requirements = client.newDecisionRequirementsSearchRequest().send().join().singleItem();

    var deleted =
        client
            .newDeleteResourceCommand(requirements.getDecisionRequirementsKey())
            .deleteHistory(true)
            .send()
            .join();
    awaitBatch(deleted.getCreateBatchOperationResponse().getBatchOperationKey());
    assertThat(client.newDecisionInstanceSearchRequest().send().join().items()).isEmpty();

    var form =
        client
            .newDeployResourceCommand()
            .addResourceStringUtf8("{\"id\":\"lonely\"}", "lonely.form")
            .send()
            .join()
            .getForm()
            .get(0)
            .getFormKey();
    assertThat(
            client
                .newDeleteResourceCommand(form)
                .deleteHistory(true)
                .send()
                .join()
                .getCreateBatchOperationResponse())
        .isNull();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> client.newDeleteResourceCommand(17).deleteHistory(true).send().join())
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(404));
  }

  private static void awaitBatch(String key) {
    await()
        .untilAsserted(
            () ->
                assertThat(client.newBatchOperationGetRequest(key).send().join().getStatus())
                    .isEqualTo(BatchOperationState.COMPLETED));
  }

  @Test
  void shouldDeleteDecisionInstancesInABatch() {
    for (var caseType : List.of("APPEAL", "APPEAL", "REQUEST")) {
      client
          .newEvaluateDecisionCommand()
          .decisionId("sla")
          .variables(Map.of("caseType", caseType))
          .send()
          .join();
    }
    var kept = client.newDecisionInstanceSearchRequest().send().join().items().get(2);

    var batch =
        client
            .newCreateBatchOperationCommand()
            .deleteDecisionInstance()
            .filter(
                filter ->
                    filter
                        .decisionDefinitionId("sla")
                        .decisionInstanceId(id -> id.notIn(kept.getDecisionInstanceId())))
            .send()
            .join()
            .getBatchOperationKey();

    await()
        .untilAsserted(
            () -> {
              var found = client.newBatchOperationGetRequest(batch).send().join();
              assertThat(found.getStatus()).isEqualTo(BatchOperationState.COMPLETED);
              assertThat(found.getOperationsCompletedCount()).isEqualTo(2);
            });
    assertThat(client.newDecisionInstanceSearchRequest().send().join().items())
        .singleElement()
        .satisfies(
            left ->
                assertThat(left.getDecisionInstanceId()).isEqualTo(kept.getDecisionInstanceId()));
  }

  @Test
  void shouldSuspendAndResumeBatchOperations() {
    create("r-1");
    var batch =
        client
            .newCreateBatchOperationCommand()
            .processInstanceCancel()
            .filter(filter -> filter.processDefinitionId("review"))
            .send()
            .join()
            .getBatchOperationKey();
    await()
        .until(
            () ->
                client.newBatchOperationGetRequest(batch).send().join().getStatus()
                    == BatchOperationState.COMPLETED);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> client.newSuspendBatchOperationCommand(batch).send().join())
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(409));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> client.newResumeBatchOperationCommand(batch).send().join())
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(409));
  }

  @Test
  void shouldServeWorkersOfTheOfficialClient() {
    var instance = create("r-1");
    var worker =
        client
            .newWorker()
            .jobType("work")
            .handler(
                (jobs, job) -> jobs.newThrowErrorCommand(job).errorCode("REFUSED").send().join())
            .streamEnabled(true)
            .open();
    try {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> state(instance) == ProcessInstanceState.COMPLETED);
    } finally {
      worker.close();
    }
  }

  @Test
  void shouldGetUserTasksByKey() {
    create("r-1");
    var job = client.newActivateJobsCommand().jobType("work").maxJobsToActivate(1).send().join();
    client.newCompleteCommand(job.getJobs().get(0)).send().join();
    var task = client.newUserTaskSearchRequest().send().join().singleItem();

    assertThat(client.newUserTaskGetRequest(task.getUserTaskKey()).send().join().getName())
        .isEqualTo("Check");
  }
}
