package uz.yagona.gateway.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.gateway.GatewayDatabase;

/** Rows of {@code gateway.audit_log}. */
@Component("gatewayAuditLogRepository")
final class AuditLogRepository {
  private static final String COLUMNS =
      """
      recorded_at, actor_type, actor_id, operation_type, entity_type, category, result, entity_key,
        entity_description, related_entity_type, related_entity_key, tenant_id,
        batch_operation_key, batch_operation_type, process_definition_id, process_definition_key,
        process_instance_key, root_process_instance_key, element_instance_key, user_task_key,
        decision_requirements_id, decision_requirements_key, decision_definition_id,
        decision_definition_key, decision_evaluation_key, deployment_key, form_key, resource_key
      """;
  private static final String INSERT =
      "insert into gateway.audit_log ("
          + COLUMNS
          + ") select "
          + COLUMNS
          + """
          from jsonb_to_recordset(:entries::jsonb) as entry (
            recorded_at timestamptz, actor_type text, actor_id text, operation_type text,
            entity_type text, category text, result text, entity_key text,
            entity_description text, related_entity_type text, related_entity_key text,
            tenant_id text, batch_operation_key bigint, batch_operation_type text,
            process_definition_id text, process_definition_key bigint,
            process_instance_key bigint, root_process_instance_key bigint,
            element_instance_key bigint, user_task_key bigint, decision_requirements_id text,
            decision_requirements_key bigint, decision_definition_id text,
            decision_definition_key bigint, decision_evaluation_key bigint,
            deployment_key bigint, form_key bigint, resource_key bigint)""";
  private static final String DELETE_OLD =
      """
      delete from gateway.audit_log where audit_log_key in (
        select audit_log_key from gateway.audit_log where recorded_at < :before
        order by recorded_at limit :limit)""";

  private final JdbcClient jdbc;

  AuditLogRepository(GatewayDatabase database) {
    jdbc = database.jdbc();
  }

  /** All entries in one statement, in the transaction of the thread if there is one. */
  void insert(List<AuditEntry> entries) {
    var rows = entries.stream().map(AuditEntry::columns).toList();
    jdbc.sql(INSERT).param("entries", JsonMapper.shared().writeValueAsString(rows)).update();
  }

  /** How many of at most {@code limit} old entries were removed. */
  int deleteOld(Instant before, int limit) {
    return jdbc.sql(DELETE_OLD)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .update();
  }
}
