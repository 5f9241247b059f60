package uz.yagona.gateway.audit;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;
import static uz.yagona.engine.query.ColumnType.TIME;

import java.util.Arrays;
import java.util.List;
import uz.yagona.engine.query.SearchTable;

/** What of the audit log can be searched: every field of an entry. */
final class AuditLogTable {
  static final SearchTable TABLE =
      SearchTable.of("audit log entry", "gateway.audit_log a")
          .identity("auditLogKey", KEY, "a.audit_log_key")
          .field("timestamp", TIME, "a.recorded_at")
          .constant("actorType", "a.actor_type", List.of("USER", "CLIENT", "ANONYMOUS", "UNKNOWN"))
          .field("actorId", TEXT, "a.actor_id")
          .field("agentElementId", TEXT, "null::text", NULLABLE)
          .constant("operationType", "a.operation_type", operations())
          .field("entityType", TEXT, "a.entity_type")
          .constant("category", "a.category", names(AuditCategory.values()))
          .constant("result", "a.result", List.of("SUCCESS", "FAIL"))
          .field("entityKey", TEXT, "a.entity_key")
          .field("entityDescription", TEXT, "a.entity_description", NULLABLE)
          .field("relatedEntityType", TEXT, "a.related_entity_type", NULLABLE)
          .field("relatedEntityKey", TEXT, "a.related_entity_key", NULLABLE)
          .field("tenantId", TEXT, "a.tenant_id", NULLABLE)
          .field("batchOperationKey", TEXT, "a.batch_operation_key::text", NULLABLE)
          .field("batchOperationType", TEXT, "a.batch_operation_type", NULLABLE)
          .field("processDefinitionId", TEXT, "a.process_definition_id", NULLABLE)
          .field("processDefinitionKey", KEY, "a.process_definition_key", NULLABLE)
          .field("processInstanceKey", KEY, "a.process_instance_key", NULLABLE)
          .shown("rootProcessInstanceKey", KEY, "a.root_process_instance_key")
          .field("elementInstanceKey", KEY, "a.element_instance_key", NULLABLE)
          .field("jobKey", KEY, "null::bigint", NULLABLE)
          .field("userTaskKey", KEY, "a.user_task_key", NULLABLE)
          .field("decisionRequirementsId", TEXT, "a.decision_requirements_id", NULLABLE)
          .field("decisionRequirementsKey", KEY, "a.decision_requirements_key", NULLABLE)
          .field("decisionDefinitionId", TEXT, "a.decision_definition_id", NULLABLE)
          .field("decisionDefinitionKey", KEY, "a.decision_definition_key", NULLABLE)
          .field("decisionEvaluationKey", KEY, "a.decision_evaluation_key", NULLABLE)
          .field("deploymentKey", KEY, "a.deployment_key", NULLABLE)
          .field("formKey", KEY, "a.form_key", NULLABLE)
          .field("resourceKey", KEY, "a.resource_key", NULLABLE)
          .build();

  private AuditLogTable() {}

  private static List<String> operations() {
    return List.of(
        "ASSIGN",
        "CANCEL",
        "COMPLETE",
        "CREATE",
        "DELETE",
        "EVALUATE",
        "MIGRATE",
        "MODIFY",
        "RESOLVE",
        "RESUME",
        "SUSPEND",
        "UNASSIGN",
        "UNKNOWN",
        "UPDATE");
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }
}
