package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static uz.yagona.gateway.Refusals.assertRefused;
import static uz.yagona.gateway.RightsWorld.ORDERS;
import static uz.yagona.gateway.RightsWorld.PASSWORD;
import static uz.yagona.gateway.RightsWorld.SECRETS;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.AuditLogActorTypeEnum;
import io.camunda.client.api.search.enums.AuditLogCategoryEnum;
import io.camunda.client.api.search.enums.AuditLogEntityTypeEnum;
import io.camunda.client.api.search.enums.AuditLogOperationTypeEnum;
import io.camunda.client.api.search.enums.AuditLogResultEnum;
import io.camunda.client.api.search.enums.PermissionType;
import io.camunda.client.api.search.enums.ResourceType;
import io.camunda.client.api.search.response.AuditLogResult;
import io.camunda.client.api.search.sort.AuditLogSort;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.gateway.audit.AuditLogRetention;

/** Who did what with which result. */
class AuditLogIT {
  private static RightsWorld world;
  private static CamundaClient clerk;

  @BeforeAll
  static void start() {
    world = new RightsWorld();
    clerk = world.user("clerk", true);
    world.admin.newAssignRoleToUserCommand().roleId("admin").username("clerk").send().join();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static List<AuditLogResult> about(String entityKey) {
    return world
        .admin
        .newAuditLogSearchRequest()
        .filter(filter -> filter.entityKey(entityKey))
        .sort(sort -> sort.auditLogKey().asc())
        .send()
        .join()
        .items();
  }

  @Test
  void shouldTellWhatUsersDidWithATask() {
    var task = world.task(ORDERS);
    clerk.newAssignUserTaskCommand(task).assignee("anna").send().join();
    clerk.newUpdateUserTaskCommand(task).priority(7).send().join();
    clerk.newUnassignUserTaskCommand(task).send().join();
    clerk.newCompleteUserTaskCommand(task).variables(Map.of("answer", "very secret")).send().join();

    var history =
        clerk
            .newUserTaskAuditLogSearchRequest(task)
            .sort(sort -> sort.timestamp().asc().auditLogKey().asc())
            .send()
            .join()
            .items();

    assertThat(history)
        .extracting(AuditLogResult::getOperationType, AuditLogResult::getResult)
        .containsExactly(
            tuple(AuditLogOperationTypeEnum.ASSIGN, AuditLogResultEnum.SUCCESS),
            tuple(AuditLogOperationTypeEnum.UPDATE, AuditLogResultEnum.SUCCESS),
            tuple(AuditLogOperationTypeEnum.UNASSIGN, AuditLogResultEnum.SUCCESS),
            tuple(AuditLogOperationTypeEnum.COMPLETE, AuditLogResultEnum.SUCCESS));
    assertThat(history)
        .allSatisfy(
            entry -> {
              assertThat(entry.getActorId()).isEqualTo("clerk");
              assertThat(entry.getActorType()).isEqualTo(AuditLogActorTypeEnum.USER);
              assertThat(entry.getCategory()).isEqualTo(AuditLogCategoryEnum.USER_TASKS);
              assertThat(entry.getProcessDefinitionId()).isEqualTo(ORDERS);
              assertThat(entry.getUserTaskKey()).isEqualTo(Long.toString(task));
            });
    assertThat(history.get(0).getRelatedEntityKey()).isEqualTo("anna");
    assertThat(
            clerk
                .newUserTaskAuditLogSearchRequest(task)
                .filter(
                    filter ->
                        filter
                            .operationType(AuditLogOperationTypeEnum.COMPLETE)
                            .result(AuditLogResultEnum.SUCCESS)
                            .actorType(AuditLogActorTypeEnum.USER)
                            .actorId("clerk")
                            .timestamp(time -> time.gt(OffsetDateTime.now().minusDays(2))))
                .send()
                .join()
                .items())
        .hasSize(1);
    assertThat(everything()).doesNotContain("very secret");
  }

  private static String everything() {
    return JdbcClient.create(world.fixture.bean(DataSource.class))
        .sql("select string_agg(a::text, ' ') from gateway.audit_log a")
        .query(String.class)
        .single();
  }

  @Test
  void shouldKeepARefusalByTheStateOfATask() {
    var user = world.user("late", true);
    world.grant("late", ResourceType.PROCESS_DEFINITION, ORDERS, PermissionType.CLAIM_USER_TASK);
    var task = world.task(ORDERS);
    world.admin.newAssignUserTaskCommand(task).assignee("owner").send().join();

    assertRefused(user.newAssignUserTaskCommand(task).assignee("late"), 409);
    assertRefused(user.newCompleteUserTaskCommand(task), 403);

    assertThat(about(Long.toString(task)))
        .extracting(AuditLogResult::getOperationType, AuditLogResult::getResult)
        .containsExactly(tuple(AuditLogOperationTypeEnum.ASSIGN, AuditLogResultEnum.FAIL));
  }

  @Test
  void shouldTellWhatUsersDidWithInstancesAndDefinitions() {
    var created =
        clerk.newCreateInstanceCommand().bpmnProcessId(ORDERS).latestVersion().send().join();
    var key = Long.toString(created.getProcessInstanceKey());
    clerk
        .newSetVariablesCommand(created.getProcessInstanceKey())
        .variables(Map.of("colour", "green"))
        .send()
        .join();
    clerk.newCancelInstanceCommand(created.getProcessInstanceKey()).send().join();
    var deployment =
        clerk
            .newDeployResourceCommand()
            .addResourceStringUtf8("audited", "audited.md")
            .send()
            .join();
    var resource = deployment.getResource().get(0).getResourceKey();
    clerk.newDeleteResourceCommand(resource).send().join();
    var evaluation =
        clerk.newEvaluateDecisionCommand().decisionId("sla").variables(Map.of()).send().join();

    assertThat(about(key))
        .extracting(AuditLogResult::getEntityType, AuditLogResult::getOperationType)
        .containsExactly(
            tuple(AuditLogEntityTypeEnum.PROCESS_INSTANCE, AuditLogOperationTypeEnum.CREATE),
            tuple(AuditLogEntityTypeEnum.VARIABLE, AuditLogOperationTypeEnum.UPDATE),
            tuple(AuditLogEntityTypeEnum.PROCESS_INSTANCE, AuditLogOperationTypeEnum.CANCEL));
    assertThat(about(Long.toString(resource)))
        .extracting(AuditLogResult::getOperationType, AuditLogResult::getEntityDescription)
        .containsExactly(
            tuple(AuditLogOperationTypeEnum.CREATE, "audited.md"),
            tuple(AuditLogOperationTypeEnum.DELETE, "audited.md"));
    assertThat(about(Long.toString(evaluation.getDecisionEvaluationKey())))
        .extracting(AuditLogResult::getOperationType, AuditLogResult::getDecisionDefinitionId)
        .containsExactly(tuple(AuditLogOperationTypeEnum.EVALUATE, "sla"));
  }

  @Test
  void shouldKeepOperationsOverGrpcToo() {
    var overGrpc = world.fixture.as("clerk", PASSWORD, false);

    var created =
        overGrpc.newCreateInstanceCommand().bpmnProcessId(ORDERS).latestVersion().send().join();

    assertThat(about(Long.toString(created.getProcessInstanceKey()))).hasSize(1);
  }

  @Test
  void shouldTellWhatUsersDidWithTheDirectoryAndNothingThatWasRolledBack() {
    clerk.newCreateUserCommand().username("audited").password(PASSWORD).send().join();
    assertRefused(clerk.newCreateUserCommand().username("audited").password(PASSWORD), 409);
    clerk.newCreateGroupCommand().groupId("audited-group").name("G").send().join();
    clerk.newAssignUserToGroupCommand().username("audited").groupId("audited-group").send().join();

    assertThat(about("audited"))
        .extracting(AuditLogResult::getEntityType, AuditLogResult::getOperationType)
        .containsExactly(tuple(AuditLogEntityTypeEnum.USER, AuditLogOperationTypeEnum.CREATE));
    assertThat(about("audited-group"))
        .extracting(
            AuditLogResult::getOperationType,
            AuditLogResult::getRelatedEntityType,
            AuditLogResult::getRelatedEntityKey)
        .containsExactly(
            tuple(AuditLogOperationTypeEnum.CREATE, null, null),
            tuple(AuditLogOperationTypeEnum.ASSIGN, AuditLogEntityTypeEnum.USER, "audited"));
    assertThat(about("audited")).allSatisfy(entry -> assertThat(entry.getTenantId()).isNull());
  }

  @Test
  void shouldTellWhoBeganABatchOperation() {
    var batch =
        clerk
            .newCreateBatchOperationCommand()
            .processInstanceCancel()
            .filter(filter -> filter.processInstanceKey(1L))
            .send()
            .join()
            .getBatchOperationKey();

    assertThat(about(batch))
        .extracting(AuditLogResult::getEntityType, AuditLogResult::getBatchOperationKey)
        .containsExactly(tuple(AuditLogEntityTypeEnum.BATCH, batch));
  }

  @Test
  void shouldKeepNeitherWhatClientsNorWhatJobWorkersDo() {
    var job = world.job(ORDERS);
    clerk.newCompleteCommand(job).send().join();
    var created = Long.toString(world.instance(ORDERS));

    assertThat(about(Long.toString(job.getKey()))).isEmpty();
    assertThat(about(created)).isEmpty();
  }

  @Test
  void shouldFindEntriesByEveryFilter() {
    var task = world.task(ORDERS);
    clerk.newAssignUserTaskCommand(task).assignee("filtered").send().join();
    var one = about(Long.toString(task)).get(0);
    assertThat(world.admin.newAuditLogGetRequest(one.getAuditLogKey()).send().join().getEntityKey())
        .isEqualTo(Long.toString(task));

    var found =
        world
            .admin
            .newAuditLogSearchRequest()
            .filter(
                filter ->
                    filter
                        .auditLogKey(one.getAuditLogKey())
                        .processDefinitionId(ORDERS)
                        .processDefinitionKey(one.getProcessDefinitionKey())
                        .processInstanceKey(one.getProcessInstanceKey())
                        .elementInstanceKey(one.getElementInstanceKey())
                        .userTaskKey(Long.toString(task))
                        .operationType(AuditLogOperationTypeEnum.ASSIGN)
                        .timestamp(time -> time.lt(OffsetDateTime.now().plusDays(2)))
                        .actorId(actor -> actor.like("cl*"))
                        .actorType(AuditLogActorTypeEnum.USER)
                        .entityType(AuditLogEntityTypeEnum.USER_TASK)
                        .tenantId("<default>")
                        .result(AuditLogResultEnum.SUCCESS)
                        .category(AuditLogCategoryEnum.USER_TASKS)
                        .relatedEntityKey("filtered")
                        .relatedEntityType(AuditLogEntityTypeEnum.USER)
                        .entityDescription(text -> text.exists(false))
                        .jobKey(key -> key.exists(false))
                        .agentElementId(id -> id.exists(false))
                        .batchOperationType(type -> type.exists(false))
                        .decisionRequirementsId(id -> id.exists(false))
                        .decisionRequirementsKey(key -> key.exists(false))
                        .decisionDefinitionId(id -> id.exists(false))
                        .decisionDefinitionKey(key -> key.exists(false))
                        .decisionEvaluationKey(key -> key.exists(false))
                        .deploymentKey(key -> key.exists(false))
                        .formKey(key -> key.exists(false))
                        .resourceKey(key -> key.exists(false)))
            .send()
            .join();

    assertThat(found.items())
        .extracting(AuditLogResult::getAuditLogKey)
        .containsExactly(one.getAuditLogKey());
    assertRefused(world.admin.newAuditLogGetRequest("999999999"), 404, "audit log entry");
  }

  @Test
  void shouldSortEntriesByEveryField() {
    List<Function<AuditLogSort, AuditLogSort>> sorts =
        List.of(
            AuditLogSort::actorId,
            AuditLogSort::actorType,
            AuditLogSort::auditLogKey,
            AuditLogSort::batchOperationKey,
            AuditLogSort::batchOperationType,
            AuditLogSort::category,
            AuditLogSort::decisionDefinitionId,
            AuditLogSort::decisionDefinitionKey,
            AuditLogSort::decisionEvaluationKey,
            AuditLogSort::decisionRequirementsId,
            AuditLogSort::decisionRequirementsKey,
            AuditLogSort::elementInstanceKey,
            AuditLogSort::entityKey,
            AuditLogSort::entityType,
            AuditLogSort::jobKey,
            AuditLogSort::operationType,
            AuditLogSort::processDefinitionId,
            AuditLogSort::processDefinitionKey,
            AuditLogSort::processInstanceKey,
            AuditLogSort::result,
            AuditLogSort::tenantId,
            AuditLogSort::timestamp,
            AuditLogSort::userTaskKey);
    for (var field : sorts) {
      assertThatCode(
              () ->
                  world
                      .admin
                      .newAuditLogSearchRequest()
                      .sort(sort -> field.apply(sort).desc())
                      .page(page -> page.limit(2))
                      .send()
                      .join())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void shouldShowEntriesByCategoryAndByProcess() {
    var reader = world.user("reader", true);
    var mine = world.task(ORDERS);
    var foreign = world.task(SECRETS);
    clerk.newAssignUserTaskCommand(mine).assignee("x").send().join();
    clerk.newAssignUserTaskCommand(foreign).assignee("x").send().join();

    assertThat(reader.newAuditLogSearchRequest().send().join().page().totalItems()).isZero();
    world.grant("reader", ResourceType.PROCESS_DEFINITION, ORDERS, PermissionType.READ_USER_TASK);
    assertThat(reader.newAuditLogSearchRequest().send().join().items())
        .isNotEmpty()
        .extracting(AuditLogResult::getProcessDefinitionId)
        .containsOnly(ORDERS);
    assertRefused(reader.newUserTaskAuditLogSearchRequest(foreign), 403, "user task");
    var entry = about(Long.toString(foreign)).get(0).getAuditLogKey();
    assertRefused(reader.newAuditLogGetRequest(entry), 403, "audit log entry");

    world.grant("reader", ResourceType.AUDIT_LOG, "ADMIN", PermissionType.READ);
    clerk.newCreateGroupCommand().groupId("seen").name("Seen").send().join();

    assertThat(reader.newAuditLogSearchRequest().send().join().items())
        .extracting(AuditLogResult::getEntityKey)
        .contains("seen", Long.toString(mine))
        .doesNotContain(Long.toString(foreign));
  }

  @Test
  void shouldRemoveEntriesWhenTheirTimeIsOver() {
    var task = world.task(ORDERS);
    clerk.newAssignUserTaskCommand(task).assignee("x").send().join();
    var retention = world.fixture.bean(AuditLogRetention.class);
    assertThat(about(Long.toString(task))).hasSize(1);

    world.fixture.advance(Duration.ofDays(364));
    retention.removeOld();
    assertThat(about(Long.toString(task))).hasSize(1);
    world.fixture.advance(Duration.ofDays(2));

    assertThat(retention.removeOld()).isPositive();
    assertThat(about(Long.toString(task))).isEmpty();
    world.fixture.resetClock();
  }
}
