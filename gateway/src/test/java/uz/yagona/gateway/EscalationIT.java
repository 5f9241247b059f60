package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static uz.yagona.gateway.Refusals.assertRefused;
import static uz.yagona.gateway.RightsWorld.ORDERS;
import static uz.yagona.gateway.RightsWorld.PASSWORD;
import static uz.yagona.gateway.RightsWorld.SECRETS;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.BatchOperationState;
import io.camunda.client.api.search.enums.OwnerType;
import io.camunda.client.api.search.enums.PermissionType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.ResourceType;
import io.camunda.client.api.search.response.BatchOperationItems.BatchOperationItem;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.grpc.Status;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What users try who want more than they were given. */
class EscalationIT {
  private static RightsWorld world;

  @BeforeAll
  static void start() {
    world = new RightsWorld();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void shouldNotLetAUserGiveHimselfRights() {
    var user = world.user("greedy", true);
    world.admin.newCreateGroupCommand().groupId("chiefs").name("Chiefs").send().join();

    assertRefused(
        user.newCreateAuthorizationCommand()
            .ownerId("greedy")
            .ownerType(OwnerType.USER)
            .resourceId("*")
            .resourceType(ResourceType.PROCESS_DEFINITION)
            .permissionTypes(PermissionType.READ_PROCESS_INSTANCE),
        403,
        "CREATE on AUTHORIZATION");
    assertRefused(
        user.newAssignRoleToUserCommand().roleId("admin").username("greedy"),
        403,
        "UPDATE on ROLE 'admin'");
    assertRefused(
        user.newAssignUserToGroupCommand().username("greedy").groupId("chiefs"),
        403,
        "UPDATE on GROUP 'chiefs'");
    assertRefused(
        user.newUpdateUserCommand("greedy").name("G").email("g@example.org").password("12345678"),
        403,
        "UPDATE on USER 'greedy'");
  }

  @Test
  void shouldNotTakeTheRightToUpdateOneRoleForAnother() {
    var user = world.user("keeper", true);
    world.grant("keeper", ResourceType.ROLE, "rpa", PermissionType.UPDATE);

    user.newAssignRoleToUserCommand().roleId("rpa").username("keeper").send().join();

    assertRefused(
        user.newAssignRoleToUserCommand().roleId("admin").username("keeper"), 403, "'admin'");
  }

  @Test
  void shouldHideForeignTasksFromWhoKnowsTheirKeys() {
    var user = world.user("curious", true);
    world.grant(
        "curious",
        ResourceType.PROCESS_DEFINITION,
        ORDERS,
        PermissionType.READ_USER_TASK,
        PermissionType.COMPLETE_USER_TASK,
        PermissionType.CLAIM_USER_TASK);
    var task = world.task(SECRETS);

    assertRefused(user.newUserTaskGetRequest(task), 403, "user task");
    assertRefused(user.newUserTaskGetFormRequest(task), 403, "user task");
    assertRefused(user.newUserTaskVariableSearchRequest(task), 403, "user task");
    assertRefused(user.newCompleteUserTaskCommand(task), 403, "COMPLETE_USER_TASK", SECRETS);
    assertRefused(
        user.newAssignUserTaskCommand(task).assignee("curious"), 403, "CLAIM_USER_TASK", SECRETS);
    assertRefused(user.newUserTaskGetRequest(1), 404, "user task");
  }

  @Test
  void shouldHideForeignCallersOfAnInstance() {
    var user = world.user("called", true);
    world.grant(
        "called", ResourceType.PROCESS_DEFINITION, ORDERS, PermissionType.READ_PROCESS_INSTANCE);
    world
        .admin
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess("caller")
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId(ORDERS))
                .endEvent()
                .done(),
            "caller.bpmn")
        .send()
        .join();
    var parent = world.instance("caller");
    var called =
        world
            .admin
            .newProcessInstanceSearchRequest()
            .filter(filter -> filter.parentProcessInstanceKey(parent))
            .send()
            .join()
            .singleItem()
            .getProcessInstanceKey();

    var hierarchy = user.newProcessInstanceGetCallHierarchyRequest(called).send().join();

    assertThat(world.admin.newProcessInstanceGetCallHierarchyRequest(called).send().join())
        .hasSize(2);
    assertThat(hierarchy).extracting(each -> each.getProcessInstanceKey()).containsExactly(called);
  }

  @Test
  void shouldNotLetAClaimTakeATaskFromSomebody() {
    var user = world.user("hasty", true);
    world.grant("hasty", ResourceType.PROCESS_DEFINITION, ORDERS, PermissionType.CLAIM_USER_TASK);
    var task = world.task(ORDERS);
    world.admin.newAssignUserTaskCommand(task).assignee("owner").send().join();

    assertRefused(user.newAssignUserTaskCommand(task).assignee("hasty"), 409);
    assertRefused(user.newAssignUserTaskCommand(task).assignee("friend"), 403, "UPDATE_USER_TASK");
  }

  @Test
  void shouldLetTaskWorkersDoTheTasksThatNameThemAndNoOthers() {
    var user = world.user("reviewer", true);
    world.admin.newCreateGroupCommand().groupId("reviewers").name("R").send().join();
    world
        .admin
        .newAssignUserToGroupCommand()
        .username("reviewer")
        .groupId("reviewers")
        .send()
        .join();
    world
        .admin
        .newAssignRoleToGroupCommand()
        .roleId("task-worker")
        .groupId("reviewers")
        .send()
        .join();
    var mine = world.task(ORDERS);
    var other = world.task(ORDERS);
    world.admin.newUpdateUserTaskCommand(other).candidateGroups("others").send().join();

    assertThat(user.newUserTaskGetRequest(mine).send().join().getElementId()).isEqualTo("check");
    assertRefused(user.newUserTaskGetRequest(other), 403, "user task");
    assertThat(user.newUserTaskSearchRequest().send().join().items())
        .extracting(UserTask::getUserTaskKey)
        .contains(mine)
        .doesNotContain(other);
    assertThat(
            user.newUserTaskSearchRequest()
                .filter(filter -> filter.candidateGroup("others"))
                .send()
                .join()
                .page()
                .totalItems())
        .isZero();
    assertRefused(user.newUpdateUserTaskCommand(mine).priority(1), 403, "UPDATE_USER_TASK");
    user.newAssignUserTaskCommand(mine).assignee("reviewer").send().join();
    user.newCompleteUserTaskCommand(mine).send().join();
    assertRefused(user.newCompleteUserTaskCommand(other), 403, "COMPLETE_USER_TASK");
  }

  @Test
  void shouldForbidOverGrpcWhatIsForbiddenOverRest() {
    var user = world.user("detour", false);

    assertThatExceptionOfType(ClientStatusException.class)
        .isThrownBy(
            () ->
                user.newCreateInstanceCommand()
                    .bpmnProcessId(SECRETS)
                    .latestVersion()
                    .send()
                    .join())
        .satisfies(
            failure -> assertThat(failure.getStatusCode()).isEqualTo(Status.Code.PERMISSION_DENIED))
        .withMessageContaining("CREATE_PROCESS_INSTANCE")
        .withMessageContaining(SECRETS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldHandOutJobsOfPermittedProcessesOnly(boolean overRest) {
    var name = "worker-" + overRest;
    var user = world.user(name, overRest);
    drain();
    world.instance(SECRETS);
    var permitted = world.instance(ORDERS);
    world.instance(SECRETS);
    world.grant(
        name, ResourceType.PROCESS_DEFINITION, ORDERS, PermissionType.UPDATE_PROCESS_INSTANCE);

    assertThat(activate(user))
        .extracting(ActivatedJob::getProcessInstanceKey)
        .containsExactly(permitted);
    assertThat(activate(world.admin))
        .extracting(ActivatedJob::getBpmnProcessId)
        .containsExactly(SECRETS, SECRETS);
  }

  @Test
  void shouldGiveAWaitingWorkerTheJobThatComesAndLeaveItToNobodyElse() {
    var user = world.user("patient", true);
    world.grant(
        "patient", ResourceType.PROCESS_DEFINITION, ORDERS, PermissionType.UPDATE_PROCESS_INSTANCE);
    drain();
    var waiting =
        user.newActivateJobsCommand()
            .jobType("ship")
            .maxJobsToActivate(10)
            .timeout(Duration.ofMinutes(5))
            .requestTimeout(Duration.ofSeconds(20))
            .send();

    world.instance(SECRETS);
    var permitted = world.instance(ORDERS);

    assertThat(waiting.join().getJobs())
        .extracting(ActivatedJob::getProcessInstanceKey)
        .containsExactly(permitted);
    assertThat(activate(world.admin))
        .extracting(ActivatedJob::getBpmnProcessId)
        .containsExactly(SECRETS);
  }

  @Test
  void shouldStreamJobsOfPermittedProcessesOnly() {
    var user = world.user("streamer", false);
    world.grant(
        "streamer",
        ResourceType.PROCESS_DEFINITION,
        ORDERS,
        PermissionType.UPDATE_PROCESS_INSTANCE);
    drain();
    Queue<ActivatedJob> jobs = new ConcurrentLinkedQueue<>();
    var stream =
        user.newStreamJobsCommand()
            .jobType("ship")
            .consumer(jobs::add)
            .timeout(Duration.ofMinutes(5))
            .send();

    world.instance(SECRETS);
    var permitted = world.instance(ORDERS);

    await().until(() -> !jobs.isEmpty());
    assertThat(jobs).extracting(ActivatedJob::getProcessInstanceKey).containsExactly(permitted);
    assertThat(activate(world.admin))
        .extracting(ActivatedJob::getBpmnProcessId)
        .containsExactly(SECRETS);
    stream.cancel(true);
  }

  @Test
  void shouldEndTheStreamOfAUserWhoseRightsWereTakenAway() {
    var user = world.user("dismissed", false);
    var key =
        world.grant(
            "dismissed",
            ResourceType.PROCESS_DEFINITION,
            ORDERS,
            PermissionType.UPDATE_PROCESS_INSTANCE);
    Queue<ActivatedJob> jobs = new ConcurrentLinkedQueue<>();
    var stream =
        user.newStreamJobsCommand()
            .jobType("ship")
            .consumer(jobs::add)
            .timeout(Duration.ofMinutes(5))
            .send();
    drain();
    world.instance(ORDERS);
    await().until(() -> !jobs.isEmpty());

    world.revoke(key);

    await().until(() -> stream.toCompletableFuture().isDone());
    assertThatExceptionOfType(ClientStatusException.class)
        .isThrownBy(
            () ->
                user.newStreamJobsCommand()
                    .jobType("ship")
                    .consumer(jobs::add)
                    .timeout(Duration.ofMinutes(5))
                    .send()
                    .join())
        .satisfies(
            failure ->
                assertThat(failure.getStatusCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldEndTheWaitOfAUserWhoseRightsWereTakenAway(boolean overRest) {
    var name = "waiting-" + overRest;
    var user = world.user(name, overRest);
    var key =
        world.grant(
            name, ResourceType.PROCESS_DEFINITION, ORDERS, PermissionType.UPDATE_PROCESS_INSTANCE);
    drain();
    user.newTopologyRequest().send().join(); // so that nothing below waits for the slow sign-in
    var answer =
        user.newActivateJobsCommand()
            .jobType("ship")
            .maxJobsToActivate(1)
            .requestTimeout(Duration.ofSeconds(55))
            .send()
            .toCompletableFuture();
    user.newTopologyRequest().send().join();

    world.revoke(key);
    world.instance(ORDERS);

    await().until(answer::isDone);
    assertThat(activate(world.admin)).hasSize(1);
  }

  @Test
  void shouldHandOutNoJobsWithoutAnyPermission() {
    var user = world.user("idle", true);

    assertRefused(
        user.newActivateJobsCommand().jobType("ship").maxJobsToActivate(1),
        403,
        "UPDATE_PROCESS_INSTANCE on PROCESS_DEFINITION");
  }

  private static void drain() {
    while (!activate(world.admin).isEmpty()) {
      // until there is none
    }
  }

  private static java.util.List<ActivatedJob> activate(CamundaClient client) {
    return client
        .newActivateJobsCommand()
        .jobType("ship")
        .maxJobsToActivate(50)
        .timeout(Duration.ofHours(1))
        .requestTimeout(Duration.ofMillis(-1))
        .send()
        .join()
        .getJobs();
  }

  @Test
  void shouldKeepABatchOperationWithinTheRightsOfItsCaller() {
    var user = world.user("sweeper", true);
    world.grant(
        "sweeper",
        ResourceType.BATCH,
        "*",
        PermissionType.CREATE_BATCH_OPERATION_CANCEL_PROCESS_INSTANCE,
        PermissionType.READ);
    world.grant(
        "sweeper", ResourceType.PROCESS_DEFINITION, ORDERS, PermissionType.CANCEL_PROCESS_INSTANCE);
    var mine = world.instance(ORDERS);
    var foreign = world.instance(SECRETS);

    var batch =
        user.newCreateBatchOperationCommand()
            .processInstanceCancel()
            .filter(filter -> filter.processInstanceKey(key -> key.in(mine, foreign)))
            .send()
            .join()
            .getBatchOperationKey();

    await()
        .until(
            () ->
                user.newBatchOperationGetRequest(batch).send().join().getStatus()
                    == BatchOperationState.COMPLETED);
    assertThat(
            user.newBatchOperationItemsSearchRequest()
                .filter(filter -> filter.batchOperationKey(batch))
                .send()
                .join()
                .items())
        .extracting(BatchOperationItem::getProcessInstanceKey)
        .containsExactly(mine);
    assertThat(world.admin.newProcessInstanceGetRequest(foreign).send().join().getState())
        .isEqualTo(ProcessInstanceState.ACTIVE);
    assertRefused(
        user.newCreateBatchOperationCommand()
            .resolveIncident()
            .filter(filter -> filter.processInstanceKey(mine)),
        403,
        "CREATE_BATCH_OPERATION_RESOLVE_INCIDENT on BATCH");
    assertRefused(user.newCancelBatchOperationCommand(batch), 403, "UPDATE on BATCH");
  }

  @Test
  void shouldNotMigrateIntoAForeignProcess() {
    var user = world.user("mover", true);
    world.grant(
        "mover", ResourceType.PROCESS_DEFINITION, ORDERS, PermissionType.UPDATE_PROCESS_INSTANCE);

    assertRefused(
        user.newMigrateProcessInstanceCommand(world.instance(ORDERS))
            .migrationPlan(world.definition(SECRETS))
            .addMappingInstruction("check", "check")
            .addMappingInstruction("ship", "ship"),
        403,
        "UPDATE_PROCESS_INSTANCE",
        SECRETS);
  }

  @Test
  void shouldHeedChangedPasswordsAndDeletedUsersAtOnce() {
    var user = world.user("changing", true);
    user.newTopologyRequest().send().join();

    world
        .admin
        .newUpdateUserCommand("changing")
        .name("C")
        .email("c@example.org")
        .password("another-password")
        .send()
        .join();

    assertRefused(user.newTopologyRequest(), 401);
    var again = world.fixture.as("changing", "another-password", true);
    again.newTopologyRequest().send().join();
    world.admin.newDeleteUserCommand("changing").send().join();
    assertRefused(again.newTopologyRequest(), 401);
    world.admin.newCreateUserCommand().username("changing").password(PASSWORD).send().join();
    assertRefused(user.newUserGetRequest("changing"), 403, "user");
  }

  @Test
  void shouldHeedAChangeThatAnotherNodeMadeWithinSeconds() {
    var user = world.user("elsewhere", true);
    world.grant("elsewhere", ResourceType.USER, "elsewhere", PermissionType.READ);
    user.newUserGetRequest("elsewhere").send().join();
    var jdbc = JdbcClient.create(world.fixture.dataSource());

    jdbc.sql("delete from gateway.api_authorization where owner_id = 'elsewhere'").update();
    jdbc.sql("update gateway.directory_revision set revision = revision + 1").update();

    await()
        .untilAsserted(() -> assertRefused(user.newUserGetRequest("elsewhere"), 403, "permission"));
  }

  @Test
  void shouldTellAUserWhoItIs() {
    world.user("me", true);
    world.admin.newCreateGroupCommand().groupId("us").name("Us").send().join();
    world.admin.newAssignUserToGroupCommand().username("me").groupId("us").send().join();
    world.admin.newAssignRoleToGroupCommand().roleId("rpa").groupId("us").send().join();
    world.grant("me", ResourceType.COMPONENT, "tasklist", PermissionType.ACCESS);

    var me = new RawHttp(world.fixture.restAddress(), "me", PASSWORD).get("/v2/authentication/me");

    assertThat(me.text("username")).isEqualTo("me");
    assertThat(me.json().path("groups").toString()).isEqualTo("[\"us\"]");
    assertThat(me.json().path("roles").toString()).isEqualTo("[\"rpa\"]");
    assertThat(me.json().path("authorizedComponents").toString()).isEqualTo("[\"tasklist\"]");
    assertThat(me.json().path("tenants").path(0).path("tenantId").asString())
        .isEqualTo("<default>");
  }
}
