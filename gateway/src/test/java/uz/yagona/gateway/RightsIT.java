package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static uz.yagona.gateway.RightsWorld.ORDERS;
import static uz.yagona.gateway.RightsWorld.SECRETS;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.command.MigrationPlan;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.GlobalTaskListenerEventType;
import io.camunda.client.api.search.enums.OwnerType;
import io.camunda.client.api.search.enums.PermissionType;
import io.camunda.client.api.search.enums.ResourceType;
import io.grpc.Status;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A table of permissions and operations: nobody does an operation without its permission, nor with
 * the permission on another resource; over both protocols.
 */
class RightsIT {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static RightsWorld world;
  private static CamundaClient overRest;
  private static CamundaClient overGrpc;

  /**
   * An operation and what it needs.
   *
   * @param id the resource, or {@code *} when there are no ids
   */
  record Row(
      String name,
      ResourceType resource,
      PermissionType permission,
      String id,
      Function<CamundaClient, FinalCommandStep<?>> operation) {
    @Override
    public String toString() {
      return "%s needs %s on %s %s".formatted(name, permission, resource, id);
    }
  }

  @BeforeAll
  static void start() {
    world = new RightsWorld();
    overRest = world.user("tester", true);
    overGrpc = world.fixture.as("tester", RightsWorld.PASSWORD, false);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Row onOrders(
      String name, PermissionType permission, Function<CamundaClient, FinalCommandStep<?>> call) {
    return new Row(name, ResourceType.PROCESS_DEFINITION, permission, ORDERS, call);
  }

  static Stream<Row> table() {
    return Stream.of(instances(), jobsAndTasks(), definitions(), system(), directory(), shared())
        .flatMap(List::stream);
  }

  private static List<Row> instances() {
    return List.of(
        onOrders(
            "create an instance",
            PermissionType.CREATE_PROCESS_INSTANCE,
            client -> client.newCreateInstanceCommand().bpmnProcessId(ORDERS).latestVersion()),
        onOrders(
            "create an instance by key",
            PermissionType.CREATE_PROCESS_INSTANCE,
            client ->
                client.newCreateInstanceCommand().processDefinitionKey(world.definition(ORDERS))),
        onOrders(
            "cancel an instance",
            PermissionType.CANCEL_PROCESS_INSTANCE,
            client -> client.newCancelInstanceCommand(world.instance(ORDERS))),
        onOrders(
            "modify an instance",
            PermissionType.MODIFY_PROCESS_INSTANCE,
            client ->
                client
                    .newModifyProcessInstanceCommand(world.instance(ORDERS))
                    .activateElement("check")),
        onOrders(
            "migrate an instance",
            PermissionType.UPDATE_PROCESS_INSTANCE,
            client ->
                client
                    .newMigrateProcessInstanceCommand(world.instance(ORDERS))
                    .migrationPlan(
                        MigrationPlan.newBuilder()
                            .withTargetProcessDefinitionKey(world.definition(ORDERS))
                            .addMappingInstruction("check", "check")
                            .addMappingInstruction("ship", "ship")
                            .build())),
        onOrders(
            "delete an instance",
            PermissionType.DELETE_PROCESS_INSTANCE,
            client -> client.newDeleteProcessInstanceCommand(world.endedInstance(ORDERS))),
        onOrders(
            "read an instance",
            PermissionType.READ_PROCESS_INSTANCE,
            client -> client.newProcessInstanceGetRequest(world.instance(ORDERS))),
        onOrders(
            "read the flows of an instance",
            PermissionType.READ_PROCESS_INSTANCE,
            client -> client.newProcessInstanceSequenceFlowsRequest(world.instance(ORDERS))),
        onOrders(
            "read an incident",
            PermissionType.READ_PROCESS_INSTANCE,
            client -> client.newIncidentGetRequest(world.incident(ORDERS))),
        onOrders(
            "set variables",
            PermissionType.UPDATE_PROCESS_INSTANCE,
            client ->
                client.newSetVariablesCommand(world.instance(ORDERS)).variables(Map.of("a", 1))),
        onOrders(
            "resolve an incident",
            PermissionType.UPDATE_PROCESS_INSTANCE,
            client -> client.newResolveIncidentCommand(world.incident(ORDERS))),
        onOrders(
            "resolve the incidents of an instance",
            PermissionType.UPDATE_PROCESS_INSTANCE,
            client -> client.newResolveProcessInstanceIncidentsCommand(world.instance(ORDERS))));
  }

  private static List<Row> jobsAndTasks() {
    return List.of(
        onOrders(
            "complete a job",
            PermissionType.UPDATE_PROCESS_INSTANCE,
            client -> client.newCompleteCommand(world.job(ORDERS).getKey())),
        onOrders(
            "fail a job",
            PermissionType.UPDATE_PROCESS_INSTANCE,
            client -> client.newFailCommand(world.job(ORDERS).getKey()).retries(1)),
        onOrders(
            "throw an error from a job",
            PermissionType.UPDATE_PROCESS_INSTANCE,
            client -> client.newThrowErrorCommand(world.job(ORDERS).getKey()).errorCode("none")),
        onOrders(
            "give a job retries",
            PermissionType.UPDATE_PROCESS_INSTANCE,
            client -> client.newUpdateRetriesCommand(world.job(ORDERS).getKey()).retries(7)),
        onOrders(
            "read a task",
            PermissionType.READ_USER_TASK,
            client -> client.newUserTaskGetRequest(world.task(ORDERS))),
        onOrders(
            "read the variables of a task",
            PermissionType.READ_USER_TASK,
            client -> client.newUserTaskVariableSearchRequest(world.task(ORDERS))),
        onOrders(
            "change a task",
            PermissionType.UPDATE_USER_TASK,
            client -> client.newUpdateUserTaskCommand(world.task(ORDERS)).priority(3)),
        onOrders(
            "assign a task to somebody",
            PermissionType.UPDATE_USER_TASK,
            client -> client.newAssignUserTaskCommand(world.task(ORDERS)).assignee("other")),
        onOrders(
            "unassign a task",
            PermissionType.UPDATE_USER_TASK,
            client -> client.newUnassignUserTaskCommand(world.task(ORDERS))),
        onOrders(
            "claim a task",
            PermissionType.CLAIM_USER_TASK,
            client -> client.newAssignUserTaskCommand(world.task(ORDERS)).assignee("tester")),
        onOrders(
            "complete a task",
            PermissionType.COMPLETE_USER_TASK,
            client -> client.newCompleteUserTaskCommand(world.task(ORDERS))));
  }

  private static List<Row> definitions() {
    return List.of(
        onOrders(
            "read a definition",
            PermissionType.READ_PROCESS_DEFINITION,
            client -> client.newProcessDefinitionGetRequest(world.definition(ORDERS))),
        onOrders(
            "read a diagram",
            PermissionType.READ_PROCESS_DEFINITION,
            client -> client.newProcessDefinitionGetXmlRequest(world.definition(ORDERS))),
        onResource(
            "deploy",
            PermissionType.CREATE,
            "*",
            client -> client.newDeployResourceCommand().addResourceStringUtf8("x", "x.md")),
        onResource(
            "read a file",
            PermissionType.READ,
            "norms.md",
            client -> client.newResourceContentGetRequest(world.file())),
        onResource(
            "delete a file",
            PermissionType.DELETE_RESOURCE,
            "norms.md",
            client -> client.newDeleteResourceCommand(world.file())),
        onResource(
            "delete a process",
            PermissionType.DELETE_PROCESS,
            "disposable",
            client -> client.newDeleteResourceCommand(world.disposable())),
        onDecision(
            "evaluate a decision",
            PermissionType.CREATE_DECISION_INSTANCE,
            client ->
                client.newEvaluateDecisionCommand().decisionId("sla").variables(Map.of("a", 1))),
        onDecision(
            "evaluate a decision by key",
            PermissionType.CREATE_DECISION_INSTANCE,
            client ->
                client
                    .newEvaluateDecisionCommand()
                    .decisionKey(world.decision())
                    .variables(Map.of("a", 1))),
        onDecision(
            "read a decision",
            PermissionType.READ_DECISION_DEFINITION,
            client -> client.newDecisionDefinitionGetRequest(world.decision())),
        onDecision(
            "read the file of a decision",
            PermissionType.READ_DECISION_DEFINITION,
            client -> client.newDecisionDefinitionGetXmlRequest(world.decision())),
        onDecision(
            "read an evaluation",
            PermissionType.READ_DECISION_INSTANCE,
            client -> client.newDecisionInstanceGetRequest(world.evaluation() + "-1")),
        onDecision(
            "delete an evaluation",
            PermissionType.DELETE_DECISION_INSTANCE,
            client -> client.newDeleteDecisionInstanceCommand(world.evaluation())),
        new Row(
            "read the file of decision requirements",
            ResourceType.DECISION_REQUIREMENTS_DEFINITION,
            PermissionType.READ,
            "sla-requirements",
            client -> client.newDecisionRequirementsGetXmlRequest(world.requirements())),
        new Row(
            "publish a message",
            ResourceType.MESSAGE,
            PermissionType.CREATE,
            "paid",
            client -> client.newPublishMessageCommand().messageName("paid").correlationKey("1")));
  }

  private static Row onResource(
      String name,
      PermissionType permission,
      String id,
      Function<CamundaClient, FinalCommandStep<?>> call) {
    return new Row(name, ResourceType.RESOURCE, permission, id, call);
  }

  private static Row onDecision(
      String name, PermissionType permission, Function<CamundaClient, FinalCommandStep<?>> call) {
    return new Row(name, ResourceType.DECISION_DEFINITION, permission, "sla", call);
  }

  private static List<Row> system() {
    return List.of(
        new Row(
            "begin a batch operation",
            ResourceType.BATCH,
            PermissionType.CREATE_BATCH_OPERATION_CANCEL_PROCESS_INSTANCE,
            "*",
            client ->
                client
                    .newCreateBatchOperationCommand()
                    .processInstanceCancel()
                    .filter(filter -> filter.processInstanceKey(1L))),
        new Row(
            "begin any batch operation",
            ResourceType.BATCH,
            PermissionType.CREATE,
            "*",
            client ->
                client
                    .newCreateBatchOperationCommand()
                    .processInstanceCancel()
                    .filter(filter -> filter.processInstanceKey(1L))),
        new Row(
            "read a batch operation",
            ResourceType.BATCH,
            PermissionType.READ,
            "*",
            client -> client.newBatchOperationGetRequest(world.batch())),
        new Row(
            "keep a document",
            ResourceType.DOCUMENT,
            PermissionType.CREATE,
            "*",
            client -> client.newCreateDocumentCommand().content("x").fileName("x.txt")),
        new Row(
            "set the clock",
            ResourceType.SYSTEM,
            PermissionType.UPDATE,
            "*",
            client -> client.newPinClockCommand().time(Instant.now())),
        new Row(
            "count jobs",
            ResourceType.SYSTEM,
            PermissionType.READ_JOB_METRIC,
            "*",
            client ->
                client.newGlobalJobStatisticsRequest(
                    OffsetDateTime.now().minusDays(1), OffsetDateTime.now())),
        new Row(
            "evaluate an expression",
            ResourceType.EXPRESSION,
            PermissionType.EVALUATE,
            "*",
            client -> client.newEvaluateExpressionCommand().expression("=1+1")));
  }

  private static List<Row> directory() {
    return List.of(
        new Row(
            "create a user",
            ResourceType.USER,
            PermissionType.CREATE,
            "*",
            client ->
                client
                    .newCreateUserCommand()
                    .username("made-" + System.nanoTime())
                    .password(RightsWorld.PASSWORD)),
        new Row(
            "set somebody's password",
            ResourceType.USER,
            PermissionType.UPDATE,
            "tester",
            client ->
                client
                    .newUpdateUserCommand("tester")
                    .name("Tester")
                    .email("t@example.org")
                    .password(RightsWorld.PASSWORD)),
        new Row(
            "read a user",
            ResourceType.USER,
            PermissionType.READ,
            "tester",
            client -> client.newUserGetRequest("tester")),
        new Row(
            "create a group",
            ResourceType.GROUP,
            PermissionType.CREATE,
            "*",
            client -> client.newCreateGroupCommand().groupId("g" + System.nanoTime()).name("G")),
        new Row(
            "read a role",
            ResourceType.ROLE,
            PermissionType.READ,
            "rpa",
            client -> client.newRoleGetRequest("rpa")),
        new Row(
            "tell who has a role",
            ResourceType.ROLE,
            PermissionType.READ,
            "rpa",
            client -> client.newUsersByRoleSearchRequest("rpa")),
        new Row(
            "change a role",
            ResourceType.ROLE,
            PermissionType.UPDATE,
            "rpa",
            client -> client.newUpdateRoleCommand("rpa").name("RPA").description("")),
        new Row(
            "create a mapping rule",
            ResourceType.MAPPING_RULE,
            PermissionType.CREATE,
            "*",
            client ->
                client
                    .newCreateMappingRuleCommand()
                    .mappingRuleId("m" + System.nanoTime())
                    .claimName("c")
                    .claimValue("v" + System.nanoTime())
                    .name("M")),
        new Row(
            "read a tenant",
            ResourceType.TENANT,
            PermissionType.READ,
            "<default>",
            client -> client.newTenantGetRequest("<default>")),
        new Row(
            "authorize somebody",
            ResourceType.AUTHORIZATION,
            PermissionType.CREATE,
            "*",
            client ->
                client
                    .newCreateAuthorizationCommand()
                    .ownerId("c" + System.nanoTime())
                    .ownerType(OwnerType.CLIENT)
                    .resourceId("*")
                    .resourceType(ResourceType.SYSTEM)
                    .permissionTypes(PermissionType.READ)),
        new Row(
            "delete an authorization",
            ResourceType.AUTHORIZATION,
            PermissionType.DELETE,
            "*",
            client ->
                client.newDeleteAuthorizationCommand(
                    world.grant(
                        "tester",
                        ResourceType.GROUP,
                        "g" + System.nanoTime(),
                        PermissionType.READ))));
  }

  private static List<Row> shared() {
    var variable = ResourceType.CLUSTER_VARIABLE;
    return List.of(
        new Row(
            "create a cluster variable",
            variable,
            PermissionType.CREATE,
            "*",
            client ->
                client
                    .newGloballyScopedClusterVariableCreateRequest()
                    .create("v" + COUNT.incrementAndGet(), 1)),
        new Row(
            "read a cluster variable",
            variable,
            PermissionType.READ,
            ORDERS,
            client ->
                client
                    .newGloballyScopedClusterVariableGetRequest()
                    .withName(world.variable(ORDERS))),
        new Row(
            "update a cluster variable",
            variable,
            PermissionType.UPDATE,
            ORDERS,
            client ->
                client
                    .newGloballyScopedClusterVariableUpdateRequest()
                    .update(world.variable(ORDERS), 2)),
        new Row(
            "delete a cluster variable",
            variable,
            PermissionType.DELETE,
            ORDERS,
            client ->
                client
                    .newGloballyScopedClusterVariableDeleteRequest()
                    .delete(world.variable(ORDERS))),
        onListeners(
            "create a global task listener",
            PermissionType.CREATE_TASK_LISTENER,
            client ->
                client
                    .newCreateGlobalTaskListenerRequest()
                    .id("l" + COUNT.incrementAndGet())
                    .type("t")
                    .eventTypes(GlobalTaskListenerEventType.UPDATING)),
        onListeners(
            "read a global task listener",
            PermissionType.READ_TASK_LISTENER,
            client -> client.newGlobalTaskListenerGetRequest(world.listener())),
        onListeners(
            "update a global task listener",
            PermissionType.UPDATE_TASK_LISTENER,
            client ->
                client
                    .newUpdateGlobalTaskListenerRequest(world.listener())
                    .type("u")
                    .eventTypes(GlobalTaskListenerEventType.UPDATING)),
        onListeners(
            "delete a global task listener",
            PermissionType.DELETE_TASK_LISTENER,
            client -> client.newDeleteGlobalTaskListenerRequest(world.listener())),
        new Row(
            "read usage metrics",
            ResourceType.SYSTEM,
            PermissionType.READ_USAGE_METRIC,
            "*",
            client ->
                client.newUsageMetricsRequest(
                    OffsetDateTime.now().minusDays(1), OffsetDateTime.now())));
  }

  private static Row onListeners(
      String name, PermissionType permission, Function<CamundaClient, FinalCommandStep<?>> call) {
    return new Row(name, ResourceType.GLOBAL_LISTENER, permission, "*", call);
  }

  @ParameterizedTest
  @MethodSource("table")
  void shouldForbidWithoutThePermissionAndAllowWithIt(Row row) {
    assertForbidden(row, overRest);
    assertForbidden(row, overGrpc);
    if (!row.id().equals("*")) {
      var other = world.grant("tester", row.resource(), SECRETS, row.permission());
      assertForbidden(row, overRest);
      assertForbidden(row, overGrpc);
      world.revoke(other);
    }

    var key = world.grant("tester", row.resource(), row.id(), row.permission());

    assertThatCode(() -> row.operation().apply(overRest).send().join()).doesNotThrowAnyException();
    assertThatCode(() -> row.operation().apply(overGrpc).send().join()).doesNotThrowAnyException();
    world.revoke(key);
    assertForbidden(row, overRest);
  }

  private static void assertForbidden(Row row, CamundaClient client) {
    var failure = catchThrowable(() -> row.operation().apply(client).send().join());
    if (failure instanceof ProblemException problem) {
      assertThat(problem.code()).isEqualTo(403);
      assertThat(problem.details().getDetail()).contains("permission", "tester");
    } else if (failure instanceof ClientStatusException status) {
      assertThat(status.getStatusCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
      assertThat(status.getStatus().getDescription())
          .contains(row.resource().name())
          .contains("permission", "tester");
    } else {
      throw new AssertionError("Expected a refusal, but got " + failure, failure);
    }
  }
}
