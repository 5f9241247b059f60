package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.MessageSubscriptionState;
import io.camunda.client.api.search.filter.MessageSubscriptionFilter;
import io.camunda.client.api.statistics.filter.JobErrorStatisticsFilter;
import io.camunda.client.api.statistics.response.JobErrorStatisticsItem;
import io.camunda.client.api.statistics.response.JobTypeStatisticsItem;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers of jobs and of message subscriptions: counted right, filtered, page by page. */
class StatisticsIT {
  private static final OffsetDateTime NINE = OffsetDateTime.parse("2026-11-02T09:00:00Z");
  private static final OffsetDateTime NOON = NINE.plusHours(3);
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
    at(NINE.plusMinutes(10));
    for (var type : List.of("pay", "print", "register")) {
      var process =
          Bpmn.createExecutableProcess(type + "-process")
              .startEvent()
              .serviceTask(type, task -> task.zeebeJobType(type))
              .endEvent()
              .done();
      client.newDeployResourceCommand().addProcessModel(process, type + ".bpmn").send().join();
    }
  }

  private static void at(OffsetDateTime time) {
    fixture.engine().pinClock(time.toInstant()).join();
  }

  private static void create(String type) {
    client
        .newCreateInstanceCommand()
        .bpmnProcessId(type + "-process")
        .latestVersion()
        .send()
        .join();
  }

  private static ActivatedJob job(String type, String worker) {
    return client
        .newActivateJobsCommand()
        .jobType(type)
        .maxJobsToActivate(1)
        .workerName(worker)
        .timeout(Duration.ofHours(1))
        .send()
        .join()
        .getJobs()
        .get(0);
  }

  private static void fail(String type, String worker, String message) {
    client.newFailCommand(job(type, worker)).retries(5).errorMessage(message).send().join();
  }

  // failures --------------------------------------------------------------------------------------

  @Test
  void shouldCountEachFailureAlsoOfAJobThatWasCompleted() {
    create("pay");
    fail("pay", "w-1", "no answer");
    at(NINE.plusMinutes(20));
    fail("pay", "w-2", "no answer");
    client.newCompleteCommand(job("pay", "w-2")).send().join();

    var all = client.newGlobalJobStatisticsRequest(NINE, NOON).send().join();
    assertThat(all.getCreated().getCount()).isEqualTo(1);
    assertThat(all.getFailed().getCount()).isEqualTo(2);
    assertThat(all.getFailed().getLastUpdatedAt()).isEqualTo(NINE.plusMinutes(20));
    assertThat(all.getCompleted().getCount()).isEqualTo(1);
    var type = client.newJobTypeStatisticsRequest(NINE, NOON).send().join().items().get(0);
    assertThat(type.getFailed().getCount()).isEqualTo(2);
    assertThat(type.getWorkers()).isEqualTo(2);
    var workers = client.newJobWorkerStatisticsRequest(NINE, NOON, "pay").send().join().items();
    assertThat(workers)
        .extracting(worker -> worker.getWorker() + " " + worker.getFailed().getCount())
        .containsExactly("w-1 1", "w-2 1");
  }

  @Test
  void shouldCountInTheSpanOnly() {
    create("pay");
    fail("pay", "w-1", "early");
    at(NOON);
    fail("pay", "w-1", "late");

    var morning = client.newGlobalJobStatisticsRequest(NINE, NOON).send().join();
    assertThat(morning.getFailed().getCount()).isEqualTo(1);
    var afternoon = client.newGlobalJobStatisticsRequest(NOON, NOON.plusHours(1)).send().join();
    assertThat(afternoon.getFailed().getCount()).isEqualTo(1);
    assertThat(afternoon.getCreated().getCount()).isZero();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> client.newGlobalJobStatisticsRequest(NOON, NINE).send().join())
        .withMessageContaining("its begin before its end");
  }

  // types and workers -----------------------------------------------------------------------------

  @Test
  void shouldFilterAndPageJobTypes() {
    List.of("pay", "print", "register").forEach(StatisticsIT::create);

    var first =
        client.newJobTypeStatisticsRequest(NINE, NOON).page(page -> page.limit(2)).send().join();
    assertThat(types(first.items())).containsExactly("pay", "print");
    assertThat(first.page().totalItems()).isEqualTo(3);
    var second =
        client
            .newJobTypeStatisticsRequest(NINE, NOON)
            .page(page -> page.limit(2).after(first.page().endCursor()))
            .send()
            .join();
    assertThat(types(second.items())).containsExactly("register");
    var filtered =
        client
            .newJobTypeStatisticsRequest(NINE, NOON)
            .filter(filter -> filter.jobType(type -> type.like("p*").neq("pay")))
            .send()
            .join();
    assertThat(types(filtered.items())).containsExactly("print");
  }

  private static List<String> types(List<JobTypeStatisticsItem> items) {
    return items.stream().map(JobTypeStatisticsItem::getJobType).toList();
  }

  @Test
  void shouldPageWorkers() {
    for (var worker : List.of("w-1", "w-2", "w-3")) {
      create("pay");
      client.newCompleteCommand(job("pay", worker)).send().join();
    }
    create("print");
    client.newCompleteCommand(job("print", "w-4")).send().join();

    var names = new ArrayList<String>();
    @Nullable String after = null;
    for (var round = 0; round < 3; round++) {
      var cursor = after;
      var page =
          client
              .newJobWorkerStatisticsRequest(NINE, NOON, "pay")
              .page(
                  each -> {
                    each.limit(1);
                    if (cursor != null) {
                      each.after(cursor);
                    }
                  })
              .send()
              .join();
      assertThat(page.page().totalItems()).isEqualTo(3);
      names.add(page.items().get(0).getWorker());
      after = page.page().endCursor();
    }
    assertThat(names).containsExactly("w-1", "w-2", "w-3");
  }

  // time series -----------------------------------------------------------------------------------

  @Test
  void shouldGiveEveryStepOfTimePageByPage() {
    create("pay");
    create("print");
    at(NINE.plusMinutes(70));
    fail("pay", "w-1", "no answer");
    at(NINE.plusMinutes(130));
    client.newCompleteCommand(job("pay", "w-1")).send().join();

    var first =
        client
            .newJobTimeSeriesStatisticsRequest(NINE, NINE.plusMinutes(150), "pay")
            .resolution(Duration.ofHours(1))
            .page(page -> page.limit(2))
            .send()
            .join();
    assertThat(first.items())
        .extracting(
            step ->
                step.getTime().toInstant()
                    + " %d %d %d"
                        .formatted(
                            step.getCreated().getCount(),
                            step.getCompleted().getCount(),
                            step.getFailed().getCount()))
        .containsExactly(
            Instant.parse("2026-11-02T09:00:00Z") + " 1 0 0",
            Instant.parse("2026-11-02T10:00:00Z") + " 0 0 1");
    assertThat(first.page().totalItems()).isEqualTo(3);
    var second =
        client
            .newJobTimeSeriesStatisticsRequest(NINE, NINE.plusMinutes(150), "pay")
            .resolution(Duration.ofHours(1))
            .page(page -> page.limit(2).after(first.page().endCursor()))
            .send()
            .join();
    assertThat(second.items()).hasSize(1);
    assertThat(second.items().get(0).getCompleted().getCount()).isEqualTo(1);
  }

  // errors ----------------------------------------------------------------------------------------

  @Test
  void shouldFilterErrors() {
    create("pay");
    fail("pay", "w-1", "no answer");
    fail("pay", "w-2", "no answer");
    fail("pay", "w-2", "no money");
    client
        .newThrowErrorCommand(job("pay", "w-1"))
        .errorCode("LOST")
        .errorMessage("no card")
        .send()
        .join();

    assertThat(errors(filter -> {}))
        .containsExactly("LOST no card 1", "null no answer 2", "null no money 1");
    assertThat(errors(filter -> filter.errorCode("LOST"))).containsExactly("LOST no card 1");
    assertThat(errors(filter -> filter.errorMessage(message -> message.like("*mon*"))))
        .containsExactly("null no money 1");
    assertThat(errors(filter -> filter.errorCode(code -> code.exists(false)))).hasSize(2);
    assertThat(errors(filter -> filter.errorMessage(message -> message.in("no card", "no money"))))
        .hasSize(2);
  }

  private static List<String> errors(Consumer<JobErrorStatisticsFilter> filter) {
    return client
        .newJobErrorStatisticsRequest(NINE, NOON, "pay")
        .filter(filter)
        .send()
        .join()
        .items()
        .stream()
        .map(StatisticsIT::text)
        .sorted()
        .toList();
  }

  private static String text(JobErrorStatisticsItem item) {
    return "%s %s %d".formatted(item.getErrorCode(), item.getErrorMessage(), item.getWorkers());
  }

  // message subscriptions -------------------------------------------------------------------------

  @Test
  void shouldCountWaitingSubscriptionsByEveryFilter() {
    for (var process : List.of("first", "second")) {
      var model =
          Bpmn.createExecutableProcess(process)
              .startEvent()
              .intermediateCatchEvent("wait")
              .message(
                  message -> message.name(process + "-paid").zeebeCorrelationKeyExpression("id"))
              .endEvent()
              .done();
      client.newDeployResourceCommand().addProcessModel(model, process + ".bpmn").send().join();
    }
    wait("first", "a");
    var instance = wait("first", "b");
    wait("second", "a");

    assertThat(subscriptions(filter -> {})).containsExactly("first 2 2", "second 1 1");
    assertThat(subscriptions(filter -> filter.correlationKey("b"))).containsExactly("first 1 1");
    assertThat(subscriptions(filter -> filter.messageName(name -> name.like("second*"))))
        .containsExactly("second 1 1");
    assertThat(subscriptions(filter -> filter.processInstanceKey(instance)))
        .containsExactly("first 1 1");
    assertThat(subscriptions(filter -> filter.elementId("elsewhere"))).isEmpty();
    assertThat(
            subscriptions(
                filter -> filter.messageSubscriptionState(MessageSubscriptionState.CORRELATED)))
        .isEmpty();
    var page =
        client
            .newProcessDefinitionMessageSubscriptionStatisticsRequest()
            .page(each -> each.limit(1))
            .send()
            .join();
    assertThat(page.items()).hasSize(1);
    assertThat(page.page().totalItems()).isEqualTo(2);
    var rest =
        client
            .newProcessDefinitionMessageSubscriptionStatisticsRequest()
            .page(each -> each.after(page.page().endCursor()))
            .send()
            .join();
    assertThat(rest.items().get(0).getProcessDefinitionId()).isEqualTo("second");
  }

  private static long wait(String process, String id) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(Map.of("id", id))
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private static List<String> subscriptions(Consumer<MessageSubscriptionFilter> filter) {
    return client
        .newProcessDefinitionMessageSubscriptionStatisticsRequest()
        .filter(filter)
        .send()
        .join()
        .items()
        .stream()
        .map(
            item ->
                "%s %d %d"
                    .formatted(
                        item.getProcessDefinitionId(),
                        item.getActiveSubscriptions(),
                        item.getProcessInstancesWithActiveSubscriptions()))
        .toList();
  }
}
