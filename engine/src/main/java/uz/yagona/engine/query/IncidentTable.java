package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;
import static uz.yagona.engine.query.ColumnType.TIME;

import java.util.List;

/** Incidents, active and resolved. */
public final class IncidentTable {
  private static final List<String> TYPES =
      List.of(
          "AD_HOC_SUB_PROCESS_NO_RETRIES",
          "CALLED_DECISION_ERROR",
          "CALLED_ELEMENT_ERROR",
          "CONDITION_ERROR",
          "DECISION_EVALUATION_ERROR",
          "EXECUTION_LISTENER_NO_RETRIES",
          "EXTRACT_VALUE_ERROR",
          "FORM_NOT_FOUND",
          "IO_MAPPING_ERROR",
          "JOB_NO_RETRIES",
          "MESSAGE_SIZE_EXCEEDED",
          "RESOURCE_NOT_FOUND",
          "TASK_LISTENER_NO_RETRIES",
          "UNHANDLED_ERROR_EVENT",
          "UNKNOWN",
          "UNSPECIFIED");

  public static final SearchTable TABLE =
      SearchTable.of("incident", "engine.incident n")
          .identity("incidentKey", KEY, "n.incident_key")
          .constant("errorType", "n.error_type", TYPES)
          .field("errorMessage", TEXT, "n.error_message")
          .constant(
              "state", "n.state", List.of("ACTIVE", "MIGRATED", "PENDING", "RESOLVED", "UNKNOWN"))
          .field("creationTime", TIME, "n.creation_time")
          .field("processInstanceKey", KEY, "n.process_instance_key")
          .shown("rootProcessInstanceKey", KEY, "n.root_process_instance_key")
          .field("processDefinitionKey", KEY, "n.process_definition_key")
          .field("processDefinitionId", TEXT, "n.process_definition_id")
          .field("elementId", TEXT, "n.element_id")
          .field("elementInstanceKey", KEY, "n.element_instance_key")
          .field("jobKey", KEY, "n.job_key", NULLABLE)
          .field("tenantId", TEXT, SearchTable.TENANT)
          .build();

  private IncidentTable() {}
}
