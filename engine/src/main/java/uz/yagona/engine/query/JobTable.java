package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.BOOLEAN;
import static uz.yagona.engine.query.ColumnType.INTEGER;
import static uz.yagona.engine.query.ColumnType.JSON;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;
import static uz.yagona.engine.query.ColumnType.TEXTS;
import static uz.yagona.engine.query.ColumnType.TIME;

import java.util.List;

/** Jobs, open and ended. */
public final class JobTable {
  private static final List<String> STATES =
      List.of(
          "CANCELED",
          "COMPLETED",
          "CREATED",
          "ERROR_THROWN",
          "FAILED",
          "MIGRATED",
          "RETRIES_UPDATED",
          "TIMED_OUT");
  private static final List<String> KINDS =
      List.of("BPMN_ELEMENT", "EXECUTION_LISTENER", "TASK_LISTENER", "AD_HOC_SUB_PROCESS");
  private static final List<String> EVENTS =
      List.of(
          "ASSIGNING",
          "CANCELING",
          "COMPLETING",
          "CREATING",
          "END",
          "START",
          "UNSPECIFIED",
          "UPDATING");

  public static final SearchTable TABLE =
      SearchTable.of("job", "engine.job j")
          .identity("jobKey", KEY, "j.job_key")
          .field("type", TEXT, "j.type")
          .constant("kind", "j.kind", KINDS)
          .constant("listenerEventType", "j.listener_event_type", EVENTS)
          .constant("state", "j.state", STATES)
          .field("retries", INTEGER, "j.retries")
          .field("worker", TEXT, "j.worker", NULLABLE)
          .field("deadline", TIME, "j.deadline", NULLABLE)
          .field("hasFailedWithRetriesLeft", BOOLEAN, "(j.state = 'FAILED' and j.retries > 0)")
          .field("errorCode", TEXT, "j.error_code", NULLABLE)
          .field("errorMessage", TEXT, "j.error_message", NULLABLE)
          .field("isDenied", BOOLEAN, "j.is_denied", NULLABLE)
          .field("deniedReason", TEXT, "j.denied_reason", NULLABLE)
          .field("processInstanceKey", KEY, "j.process_instance_key")
          .shown("rootProcessInstanceKey", KEY, "j.root_process_instance_key")
          .field("processDefinitionKey", KEY, "j.process_definition_key")
          .field("processDefinitionId", TEXT, "j.process_definition_id")
          .field("elementId", TEXT, "j.element_id")
          .field("elementInstanceKey", KEY, "j.element_instance_key")
          .shown("customHeaders", JSON, "j.headers")
          .field("creationTime", TIME, "j.creation_time")
          .field("lastUpdateTime", TIME, "j.last_update_time")
          .field("endTime", TIME, "j.end_time", NULLABLE)
          .field("tenantId", TEXT, SearchTable.TENANT)
          .shown("tags", TEXTS, "j.tags")
          .build();

  private JobTable() {}
}
