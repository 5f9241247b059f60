package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.GlobalListenerSource;
import io.camunda.client.api.search.enums.GlobalTaskListenerEventType;
import io.camunda.client.api.search.enums.JobKind;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.filter.GlobalTaskListenerFilter;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listeners that run for every user task: kept, found, and run in their order. */
class GlobalTaskListenersIT {
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
    var model =
        Bpmn.createExecutableProcess("asking")
            .startEvent()
            .userTask("ask")
            .zeebeUserTask()
            .zeebeTaskListener(listener -> listener.completing().type("own"))
            .endEvent()
            .done();
    client.newDeployResourceCommand().addProcessModel(model, "asking.bpmn").send().join();
  }

  private static void listener(
      String id, GlobalTaskListenerEventType event, boolean after, int priority) {
    client
        .newCreateGlobalTaskListenerRequest()
        .id(id)
        .type(id)
        .eventTypes(event)
        .afterNonGlobal(after)
        .priority(priority)
        .send()
        .join();
  }

  private static void create() {
    client.newCreateInstanceCommand().bpmnProcessId("asking").latestVersion().send().join();
  }

  private static UserTask task() {
    return client.newUserTaskSearchRequest().send().join().singleItem();
  }

  private static ActivatedJob job(String type) {
    return await()
        .until(
            () ->
                client
                    .newActivateJobsCommand()
                    .jobType(type)
                    .maxJobsToActivate(1)
                    .timeout(Duration.ofHours(1))
                    .requestTimeout(Duration.ofMillis(-1))
                    .send()
                    .join()
                    .getJobs(),
            jobs -> !jobs.isEmpty())
        .get(0);
  }

  /** Does the listener jobs one after the other and tells their types. */
  private static List<String> work(int count) {
    var types = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      var open =
          await()
              .until(
                  () ->
                      client
                          .newJobSearchRequest()
                          .filter(
                              filter ->
                                  filter
                                      .kind(JobKind.TASK_LISTENER)
                                      .endTime(end -> end.exists(false)))
                          .send()
                          .join()
                          .items(),
                  jobs -> !jobs.isEmpty());
      assertThat(open).hasSize(1);
      types.add(open.get(0).getType());
      client.newCompleteCommand(job(open.get(0).getType())).send().join();
    }
    return types;
  }

  // run -------------------------------------------------------------------------------------------

  @Test
  void shouldRunBeforeAndAfterTheListenersOfTheModelByPriority() {
    listener("late", GlobalTaskListenerEventType.COMPLETING, true, 50);
    listener("first", GlobalTaskListenerEventType.COMPLETING, false, 90);
    listener("second-b", GlobalTaskListenerEventType.ALL, false, 10);
    listener("second-a", GlobalTaskListenerEventType.COMPLETING, false, 10);
    listener("other", GlobalTaskListenerEventType.UPDATING, false, 99);
    create();
    assertThat(work(1)).containsExactly("second-b");

    var done =
        client.newCompleteUserTaskCommand(task().getUserTaskKey()).send().toCompletableFuture();

    assertThat(work(5)).containsExactly("first", "second-a", "second-b", "own", "late");
    done.join();
    assertThat(task().getState()).isEqualTo(UserTaskState.COMPLETED);
  }

  @Test
  void shouldRunForTasksWithoutListenersOfTheirOwnAndSeeEachEvent() {
    listener("all", GlobalTaskListenerEventType.ALL, false, 50);
    create();
    assertThat(task().getState()).isEqualTo(UserTaskState.CREATING);
    var creating = job("all");
    assertThat(creating.getListenerEventType().name()).isEqualTo("CREATING");
    client
        .newCompleteCommand(creating)
        .withResult(result -> result.forUserTask().correctPriority(77))
        .send()
        .join();
    assertThat(task().getPriority()).isEqualTo(77);

    var key = task().getUserTaskKey();
    assertSeen(
        "ASSIGNING",
        client.newAssignUserTaskCommand(key).assignee("ann").send().toCompletableFuture());
    assertSeen(
        "UPDATING", client.newUpdateUserTaskCommand(key).priority(11).send().toCompletableFuture());
    client.newCancelInstanceCommand(task().getProcessInstanceKey()).send().join();
    var canceling = job("all");
    assertThat(canceling.getListenerEventType().name()).isEqualTo("CANCELING");
    client.newCompleteCommand(canceling).send().join();
    assertThat(task().getState()).isEqualTo(UserTaskState.CANCELED);
    assertThat(task().getAssignee()).isEqualTo("ann");
  }

  private static void assertSeen(String event, CompletableFuture<?> change) {
    var job = job("all");
    assertThat(job.getListenerEventType().name()).isEqualTo(event);
    assertThat(change).isNotDone();
    client.newCompleteCommand(job).send().join();
    change.join();
  }

  @Test
  void shouldDenyAChange() {
    listener("guard", GlobalTaskListenerEventType.COMPLETING, false, 50);
    create();
    var done =
        client.newCompleteUserTaskCommand(task().getUserTaskKey()).send().toCompletableFuture();

    client
        .newCompleteCommand(job("guard"))
        .withResult(result -> result.forUserTask().deny(true).deniedReason("not yet"))
        .send()
        .join();

    assertThat(done.handle((ok, failure) -> String.valueOf(failure)).join()).contains("not yet");
    assertThat(task().getState()).isEqualTo(UserTaskState.CREATED);
  }

  @Test
  void shouldGoOnWithTheListenersThatAChangeBeganWith() {
    listener("a", GlobalTaskListenerEventType.COMPLETING, false, 50);
    listener("b", GlobalTaskListenerEventType.COMPLETING, false, 40);
    create();
    var done =
        client.newCompleteUserTaskCommand(task().getUserTaskKey()).send().toCompletableFuture();

    await().until(() -> task().getState() == UserTaskState.COMPLETING);
    client.newDeleteGlobalTaskListenerRequest("a").send().join();
    listener("c", GlobalTaskListenerEventType.COMPLETING, false, 60);

    assertThat(work(3)).containsExactly("a", "b", "own");
    done.join();
  }

  // kept ------------------------------------------------------------------------------------------

  @Test
  void shouldCreateGetUpdateAndDelete() {
    var created =
        client
            .newCreateGlobalTaskListenerRequest()
            .id("audit")
            .type("audit-job")
            .eventTypes(
                GlobalTaskListenerEventType.CREATING, GlobalTaskListenerEventType.COMPLETING)
            .send()
            .join();
    assertThat(created.getRetries()).isEqualTo(3);
    assertThat(created.getPriority()).isEqualTo(50);
    assertThat(created.getAfterNonGlobal()).isFalse();
    assertThat(created.getSource()).isEqualTo(GlobalListenerSource.API);

    client
        .newUpdateGlobalTaskListenerRequest("audit")
        .type("other-job")
        .eventTypes(GlobalTaskListenerEventType.ALL)
        .retries(5)
        .afterNonGlobal()
        .priority(1)
        .send()
        .join();

    var found = client.newGlobalTaskListenerGetRequest("audit").send().join();
    assertThat(found.getType()).isEqualTo("other-job");
    assertThat(found.getRetries()).isEqualTo(5);
    assertThat(found.getAfterNonGlobal()).isTrue();
    assertThat(found.getEventTypes()).containsExactly(GlobalTaskListenerEventType.ALL);
    client.newDeleteGlobalTaskListenerRequest("audit").send().join();
    assertThat(client.newGlobalTaskListenerSearchRequest().send().join().items()).isEmpty();
  }

  @Test
  void shouldRefuseWhatCannotBeKept() {
    listener("a", GlobalTaskListenerEventType.ALL, false, 50);

    assertProblem(409, "already", () -> listener("a", GlobalTaskListenerEventType.ALL, false, 1));
    assertProblem(
        404, "there is none", () -> client.newGlobalTaskListenerGetRequest("b").send().join());
    assertProblem(
        404, "there is none", () -> client.newDeleteGlobalTaskListenerRequest("b").send().join());
    assertProblem(
        400,
        "1 retry or more",
        () ->
            client
                .newUpdateGlobalTaskListenerRequest("a")
                .type("t")
                .eventTypes(GlobalTaskListenerEventType.ALL)
                .retries(0)
                .send()
                .join());
    assertThat(
            fixture
                .http()
                .post("/v2/global-task-listeners", "{\"id\":\"c\",\"type\":\"t\"}")
                .text("detail"))
        .contains("Expected event types of [all, creating");
  }

  private static void assertProblem(int code, String sentence, ThrowingCallable call) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
        .withMessageContaining(sentence);
  }

  @Test
  void shouldFindByEveryFilterAndSortByEveryField() {
    listener("a", GlobalTaskListenerEventType.CREATING, false, 10);
    listener("b", GlobalTaskListenerEventType.COMPLETING, true, 20);
    listener("c", GlobalTaskListenerEventType.ALL, true, 30);

    assertThat(ids(filter -> filter.id("b"))).containsExactly("b");
    assertThat(ids(filter -> filter.id(id -> id.neq("b")))).containsExactly("a", "c");
    assertThat(ids(filter -> filter.type(type -> type.in("a", "c")))).containsExactly("a", "c");
    assertThat(ids(filter -> filter.retries(3))).hasSize(3);
    assertThat(ids(filter -> filter.retries(retries -> retries.gt(3)))).isEmpty();
    assertThat(ids(filter -> filter.priority(priority -> priority.gte(20)))).hasSize(2);
    assertThat(ids(filter -> filter.priority(10))).containsExactly("a");
    assertThat(ids(filter -> filter.afterNonGlobal())).containsExactly("b", "c");
    assertThat(ids(filter -> filter.beforeNonGlobal())).containsExactly("a");
    assertThat(ids(filter -> filter.source(GlobalListenerSource.API))).hasSize(3);
    assertThat(ids(filter -> filter.source(s -> s.neq(GlobalListenerSource.API)))).isEmpty();
    assertThat(ids(filter -> filter.eventType(GlobalTaskListenerEventType.ALL)))
        .containsExactly("c");
    assertThat(ids(filter -> filter.eventTypes(event -> event.like("c*"))))
        .containsExactly("a", "b");
    var sorted = client.newGlobalTaskListenerSearchRequest();
    sorted.sort(
        sort ->
            sort.afterNonGlobal().desc().priority().desc().type().asc().source().asc().id().asc());
    assertThat(sorted.send().join().items())
        .extracting(found -> found.getId())
        .containsExactly("c", "b", "a");
  }

  private static List<String> ids(Consumer<GlobalTaskListenerFilter> filter) {
    return client.newGlobalTaskListenerSearchRequest().filter(filter).send().join().items().stream()
        .map(found -> found.getId())
        .toList();
  }
}
