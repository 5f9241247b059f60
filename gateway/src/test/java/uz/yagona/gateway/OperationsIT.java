package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.BatchOperationState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators ask for: numbers, and commands for many instances at once. */
class OperationsIT {
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

  private static ActivatedJob job() {
    return client
        .newActivateJobsCommand()
        .jobType("work")
        .maxJobsToActivate(1)
        .timeout(Duration.ofMinutes(5))
        .workerName("worker-1")
        .send()
        .join()
        .getJobs()
        .get(0);
  }

  private static void fail() {
    client.newFailCommand(job()).retries(0).errorMessage("no paper").send().join();
  }

  @Test
  void shouldCancelEveryInstanceThatMeetsAFilter() {
    var kept = create("kept");
    create("a");
    create("b");

    var batch =
        client
            .newCreateBatchOperationCommand()
            .processInstanceCancel()
            .filter(filter -> filter.processInstanceKey(key -> key.neq(kept)))
            .send()
            .join()
            .getBatchOperationKey();

    await()
        .untilAsserted(
            () -> {
              var operation = client.newBatchOperationGetRequest(batch).send().join();
              assertThat(operation.getStatus()).isEqualTo(BatchOperationState.COMPLETED);
              assertThat(operation.getOperationsTotalCount()).isEqualTo(2);
              assertThat(operation.getOperationsCompletedCount()).isEqualTo(2);
            });
    var active =
        client
            .newProcessInstanceSearchRequest()
            .filter(filter -> filter.state(ProcessInstanceState.ACTIVE))
            .send()
            .join();
    assertThat(active.singleItem().getProcessInstanceKey()).isEqualTo(kept);
    var items =
        client
            .newBatchOperationItemsSearchRequest()
            .filter(filter -> filter.batchOperationKey(batch))
            .send()
            .join();
    assertThat(items.items()).hasSize(2);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> client.newCancelBatchOperationCommand(batch).send().join())
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(409));
  }

  @Test
  void shouldResolveTheIncidentsOfAnInstance() {
    var instance = create("a");
    fail();

    client.newResolveProcessInstanceIncidentsCommand(instance).send().join();

    await()
        .untilAsserted(
            () ->
                assertThat(client.newBatchOperationSearchRequest().send().join().items())
                    .isNotEmpty()
                    .allSatisfy(
                        operation ->
                            assertThat(operation.getStatus())
                                .isEqualTo(BatchOperationState.COMPLETED)));
  }

  @Test
  void shouldCountInstancesAndElements() {
    create("a");
    create("b");
    fail();

    var process = client.newProcessDefinitionInstanceStatisticsRequest().send().join().items();
    assertThat(process).hasSize(1);
    assertThat(process.get(0).getActiveInstancesWithIncidentCount()).isEqualTo(1);
    assertThat(process.get(0).getActiveInstancesWithoutIncidentCount()).isEqualTo(1);
    var versions =
        client.newProcessDefinitionInstanceVersionStatisticsRequest("review").send().join();
    assertThat(versions.items()).hasSize(1);
    var definition =
        Long.parseLong(String.valueOf(versions.items().get(0).getProcessDefinitionKey()));
    var elements = client.newProcessDefinitionElementStatisticsRequest(definition).send().join();
    assertThat(elements)
        .filteredOn(element -> element.getElementId().equals("work"))
        .singleElement()
        .satisfies(
            element -> {
              assertThat(element.getActive()).isEqualTo(1);
              assertThat(element.getIncidents()).isEqualTo(1);
            });
    assertThat(
            client.newProcessDefinitionMessageSubscriptionStatisticsRequest().send().join().items())
        .isEmpty();
  }

  @Test
  void shouldCountIncidents() {
    create("a");
    create("b");
    fail();
    fail();

    var errors = client.newIncidentProcessInstanceStatisticsByErrorRequest().send().join().items();
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).getErrorMessage()).contains("no paper");
    assertThat(errors.get(0).getActiveInstancesWithErrorCount()).isEqualTo(2);
    var definitions =
        client
            .newIncidentProcessInstanceStatisticsByDefinitionRequest(
                errors.get(0).getErrorHashCode())
            .send()
            .join()
            .items();
    assertThat(definitions).hasSize(1);
    assertThat(definitions.get(0).getActiveInstancesWithErrorCount()).isEqualTo(2);
  }

  @Test
  void shouldCountJobs() {
    var from = OffsetDateTime.now().minusHours(1);
    var to = OffsetDateTime.now().plusHours(1);
    create("a");
    create("b");
    client.newCompleteCommand(job()).send().join();
    fail();

    var all = client.newGlobalJobStatisticsRequest(from, to).send().join();
    assertThat(all.getCreated().getCount()).isEqualTo(2);
    assertThat(all.getCompleted().getCount()).isEqualTo(1);
    assertThat(all.getFailed().getCount()).isEqualTo(1);
    var types = client.newJobTypeStatisticsRequest(from, to).send().join().items();
    assertThat(types).hasSize(1);
    assertThat(types.get(0).getJobType()).isEqualTo("work");
    var workers = client.newJobWorkerStatisticsRequest(from, to, "work").send().join().items();
    assertThat(workers).hasSize(1);
    assertThat(workers.get(0).getWorker()).isEqualTo("worker-1");
    var series = client.newJobTimeSeriesStatisticsRequest(from, to, "work").send().join().items();
    assertThat(series.stream().mapToLong(step -> step.getCreated().getCount()).sum()).isEqualTo(2);
    var errors = client.newJobErrorStatisticsRequest(from, to, "work").send().join().items();
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).getErrorMessage()).isEqualTo("no paper");
  }
}
