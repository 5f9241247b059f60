package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.UserTask;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API in front of the real engine: what was commanded is found by the next search. */
class GatewayIT {
  private static GatewayFixture fixture;

  enum Protocol {
    REST,
    GRPC;

    CamundaClient client() {
      return this == REST ? fixture.rest() : fixture.grpc();
    }
  }

  @BeforeAll
  static void start() {
    fixture = GatewayFixture.start();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @BeforeEach
  void deploy() {
    fixture.purge();
    fixture
        .rest()
        .newDeployResourceCommand()
        .addResourceFromClasspath("review.bpmn")
        .addResourceFromClasspath("check.form")
        .addResourceFromClasspath("sla.dmn")
        .send()
        .join();
  }

  private static long create(CamundaClient client, String requestId) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("review")
        .latestVersion()
        .variables(Map.of("requestId", requestId, "colour", "outer"))
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private static ActivatedJob job(CamundaClient client) {
    return client
        .newActivateJobsCommand()
        .jobType("work")
        .maxJobsToActivate(1)
        .timeout(Duration.ofMinutes(5))
        .requestTimeout(Duration.ofSeconds(10))
        .send()
        .join()
        .getJobs()
        .get(0);
  }

  private static UserTask task(long processInstanceKey) {
    return fixture
        .rest()
        .newUserTaskSearchRequest()
        .filter(filter -> filter.processInstanceKey(processInstanceKey))
        .send()
        .join()
        .singleItem();
  }

  private static ProcessInstanceState state(long processInstanceKey) {
    return fixture.rest().newProcessInstanceGetRequest(processInstanceKey).send().join().getState();
  }

  @ParameterizedTest
  @EnumSource
  void shouldWalkAProcessFromStartToEnd(Protocol protocol) {
    var client = protocol.client();
    var instance = create(client, "r-1");
    var job = job(client);
    assertThat(job.getProcessInstanceKey()).isEqualTo(instance);
    assertThat(job.getCustomHeaders()).containsEntry("template", "registered");
    assertThat(job.getVariablesAsMap()).containsEntry("local", "r-1");
    client.newCompleteCommand(job).variables(Map.of("number", 42)).send().join();

    var task = task(instance);
    assertThat(task.getCandidateGroups()).containsExactly("reviewers");
    assertThat(task.getPriority()).isEqualTo(75);
    client.newAssignUserTaskCommand(task.getUserTaskKey()).assignee("ali").send().join();
    assertThat(task(instance).getAssignee()).isEqualTo("ali");
    client.newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();

    client
        .newPublishMessageCommand()
        .messageName("answer")
        .correlationKey("r-1")
        .timeToLive(Duration.ofHours(1))
        .send()
        .join();

    assertThat(state(instance)).isEqualTo(ProcessInstanceState.COMPLETED);
  }

  @Test
  void shouldShowFormsAndVariablesOfAUserTask() {
    var client = fixture.rest();
    var instance = create(client, "r-2");
    client.newCompleteCommand(job(client)).send().join();
    var task = task(instance).getUserTaskKey();

    var form = client.newUserTaskGetFormRequest(task).send().join();
    assertThat(form.getFormId()).isEqualTo("check-form");
    assertThat((String) form.getSchema()).contains("textfield");
    var all = client.newUserTaskVariableSearchRequest(task).send().join().items();
    assertThat(all)
        .extracting(variable -> variable.getName())
        .containsExactlyInAnyOrder("requestId", "colour", "colour");
    var effective = client.newUserTaskEffectiveVariableSearchRequest(task).send().join().items();
    assertThat(effective)
        .extracting(variable -> variable.getName() + "=" + variable.getValue())
        .containsExactlyInAnyOrder("requestId=\"r-2\"", "colour=\"inner\"");
  }

  @ParameterizedTest
  @EnumSource
  void shouldHandOutAJobThatAppearsWhileAWorkerWaits(Protocol protocol) {
    var client = protocol.client();
    var waiting =
        client
            .newActivateJobsCommand()
            .jobType("work")
            .maxJobsToActivate(1)
            .timeout(Duration.ofMinutes(5))
            .requestTimeout(Duration.ofSeconds(20))
            .send();
    var instance = create(client, "r-3");

    var jobs = waiting.join().getJobs();

    assertThat(jobs).hasSize(1);
    assertThat(jobs.get(0).getProcessInstanceKey()).isEqualTo(instance);
  }

  @Test
  void shouldStreamJobs() {
    Queue<Long> received = new ConcurrentLinkedQueue<>();
    var client = fixture.grpc();
    var stream =
        client
            .newStreamJobsCommand()
            .jobType("work")
            .consumer(job -> received.add(job.getProcessInstanceKey()))
            .timeout(Duration.ofMinutes(5))
            .send();
    var first = create(client, "r-4");
    var second = create(client, "r-5");

    await().untilAsserted(() -> assertThat(received).containsExactlyInAnyOrder(first, second));
    stream.cancel(true);
  }

  @ParameterizedTest
  @EnumSource
  void shouldRaiseAnIncidentWhenRetriesEndAndResolveIt(Protocol protocol) {
    var client = protocol.client();
    var instance = create(client, "r-6");
    var job = job(client);
    client.newFailCommand(job).retries(0).errorMessage("no paper").send().join();

    var incident =
        client
            .newIncidentSearchRequest()
            .filter(filter -> filter.processInstanceKey(instance).state(IncidentState.ACTIVE))
            .send()
            .join()
            .singleItem();
    assertThat(incident.getErrorMessage()).contains("no paper");

    client.newUpdateRetriesCommand(job).retries(1).send().join();
    client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
    client.newCompleteCommand(job(client)).send().join();
    assertThat(task(instance).getElementId()).isEqualTo("check");
  }

  @ParameterizedTest
  @EnumSource
  void shouldCatchABpmnError(Protocol protocol) {
    var client = protocol.client();
    var instance = create(client, "r-7");

    client.newThrowErrorCommand(job(client)).errorCode("REFUSED").send().join();

    assertThat(state(instance)).isEqualTo(ProcessInstanceState.COMPLETED);
  }

  @Test
  void shouldGiveAJobToAnotherWorkerWhenItTimesOut() {
    var client = fixture.rest();
    create(client, "r-8");
    var first = job(client);

    fixture.advance(Duration.ofMinutes(6));

    assertThat(job(client).getKey()).isEqualTo(first.getKey());
  }

  @ParameterizedTest
  @EnumSource
  void shouldSetVariablesAndCancel(Protocol protocol) {
    var client = protocol.client();
    var instance = create(client, "r-9");
    client.newSetVariablesCommand(instance).variables(Map.of("colour", "green")).send().join();

    var variable =
        client
            .newVariableSearchRequest()
            .filter(filter -> filter.processInstanceKey(instance).name("colour"))
            .send()
            .join()
            .singleItem();
    assertThat(variable.getValue()).isEqualTo("\"green\"");

    client.newCancelInstanceCommand(instance).send().join();
    assertThat(state(instance)).isEqualTo(ProcessInstanceState.TERMINATED);
  }

  @Test
  void shouldCorrelateAMessageOrTellThatNobodyWaits() {
    var client = fixture.rest();
    var instance = create(client, "r-10");
    client.newCompleteCommand(job(client)).send().join();
    client.newCompleteUserTaskCommand(task(instance).getUserTaskKey()).send().join();

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                client
                    .newCorrelateMessageCommand()
                    .messageName("answer")
                    .correlationKey("other")
                    .send()
                    .join())
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(404));
    var correlated =
        client
            .newCorrelateMessageCommand()
            .messageName("answer")
            .correlationKey("r-10")
            .send()
            .join();
    assertThat(correlated.getProcessInstanceKey()).isEqualTo(instance);
  }

  @ParameterizedTest
  @EnumSource
  void shouldEvaluateADecision(Protocol protocol) {
    var client = protocol.client();

    var evaluated =
        client
            .newEvaluateDecisionCommand()
            .decisionId("sla")
            .variables(Map.of("caseType", "SERVICE"))
            .send()
            .join();

    assertThat(evaluated.getDecisionOutput()).isEqualTo("3");
    var row =
        client
            .newDecisionInstanceSearchRequest()
            .filter(filter -> filter.decisionDefinitionId("sla"))
            .send()
            .join()
            .singleItem();
    var details = client.newDecisionInstanceGetRequest(row.getDecisionInstanceId()).send().join();
    assertThat(details.getMatchedRules().get(0).getRuleId()).isEqualTo("service");
  }

  @Test
  void shouldShowDefinitionsWithTheirFiles() {
    var client = fixture.rest();
    var definition =
        client
            .newProcessDefinitionSearchRequest()
            .filter(filter -> filter.processDefinitionId("review").isLatestVersion(true))
            .send()
            .join()
            .singleItem();
    var xml = client.newProcessDefinitionGetXmlRequest(definition.getProcessDefinitionKey());
    assertThat(xml.send().join()).contains("<bpmn:process id=\"review\"");
    var decision =
        client.newDecisionDefinitionSearchRequest().send().join().singleItem().getDecisionKey();
    assertThat(client.newDecisionDefinitionGetXmlRequest(decision).send().join())
        .contains("sla-table");
    assertThat(
            client
                .newProcessDefinitionGetFormRequest(definition.getProcessDefinitionKey())
                .send()
                .join()
                .getFormId())
        .isNull();
  }

  @Test
  void shouldShowWhatAnInstanceWentThrough() {
    var client = fixture.rest();
    var instance = create(client, "r-11");
    client.newCompleteCommand(job(client)).send().join();

    assertThat(client.newProcessInstanceSequenceFlowsRequest(instance).send().join())
        .extracting(flow -> flow.getElementId())
        .containsExactlyInAnyOrder("to-work", "to-check");
    assertThat(client.newProcessInstanceGetCallHierarchyRequest(instance).send().join())
        .extracting(entry -> entry.getProcessInstanceKey())
        .containsExactly(instance);
    assertThat(client.newProcessInstanceElementStatisticsRequest(instance).send().join())
        .filteredOn(element -> element.getElementId().equals("check"))
        .singleElement()
        .satisfies(element -> assertThat(element.getActive()).isEqualTo(1));
  }

  @Test
  void shouldTellProblemsOfTheEngineOverBothProtocols() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> fixture.rest().newCompleteCommand(1).send().join())
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(404));
    assertThatExceptionOfType(ClientStatusException.class)
        .isThrownBy(() -> fixture.grpc().newCompleteCommand(1).send().join())
        .satisfies(problem -> assertThat(problem.getStatusCode()).isEqualTo(Status.Code.NOT_FOUND));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                fixture
                    .rest()
                    .newDeployResourceCommand()
                    .addResourceStringUtf8("<bpmn/>", "broken.bpmn")
                    .send()
                    .join())
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(400));
  }

  @Test
  void shouldPageWithCursors() {
    var client = fixture.rest();
    var instances = List.of(create(client, "a"), create(client, "b"), create(client, "c"));

    var first =
        client
            .newProcessInstanceSearchRequest()
            .sort(sort -> sort.processInstanceKey().asc())
            .page(page -> page.limit(2))
            .send()
            .join();
    var rest =
        client
            .newProcessInstanceSearchRequest()
            .sort(sort -> sort.processInstanceKey().asc())
            .page(page -> page.limit(2).after(first.page().endCursor()))
            .send()
            .join();

    assertThat(first.page().totalItems()).isEqualTo(3);
    assertThat(first.items()).hasSize(2);
    assertThat(rest.items())
        .extracting(instance -> instance.getProcessInstanceKey())
        .containsExactly(instances.get(2));
  }
}
