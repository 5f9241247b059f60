package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.BOOLEAN;
import static uz.yagona.engine.query.ColumnType.INTEGER;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;
import static uz.yagona.engine.query.ColumnType.TEXTS;
import static uz.yagona.engine.query.ColumnType.TIME;

import java.util.List;

/** Process instances, running and ended. */
public final class ProcessInstanceTable {
  private static final String VARIABLE =
      """
      exists (
        select 1 from engine.variable v
        where v.process_instance_key = i.process_instance_key and v.name = ? and %s)""";
  private static final String ELEMENT =
      """
      exists (
        select 1 from engine.element_instance e
        where e.process_instance_key = i.process_instance_key and %s)""";
  private static final String BATCH_ITEM =
      """
      exists (
        select 1 from engine.batch_operation_item b
        where b.process_instance_key = i.process_instance_key and %s)""";
  private static final String INCIDENT =
      """
      exists (
        select 1 from engine.incident n
        where n.process_instance_key = i.process_instance_key and n.state = 'ACTIVE' and %s)""";
  private static final String RETRIES_LEFT =
      """
      exists (
        select 1 from engine.job j
        where j.process_instance_key = i.process_instance_key
          and j.state = 'FAILED' and j.retries > 0)""";

  public static final SearchTable TABLE =
      SearchTable.of("process instance", "engine.process_instance i")
          .identity("processInstanceKey", KEY, "i.process_instance_key")
          .field("processDefinitionKey", KEY, "i.process_definition_key")
          .field("processDefinitionId", TEXT, "i.process_definition_id")
          .field("processDefinitionName", TEXT, "i.process_definition_name", NULLABLE)
          .field("processDefinitionVersion", INTEGER, "i.process_definition_version")
          .field("processDefinitionVersionTag", TEXT, "i.process_definition_version_tag", NULLABLE)
          .field("parentProcessInstanceKey", KEY, "i.parent_process_instance_key", NULLABLE)
          .field("parentElementInstanceKey", KEY, "i.parent_element_instance_key", NULLABLE)
          .shown("rootProcessInstanceKey", KEY, "i.root_process_instance_key")
          .constant("state", "i.state", List.of("ACTIVE", "COMPLETED", "TERMINATED"))
          .field("startDate", TIME, "i.start_date")
          .field("endDate", TIME, "i.end_date", NULLABLE)
          .field("hasIncident", BOOLEAN, "(i.incident_count > 0)")
          .field("businessId", TEXT, "i.business_id", NULLABLE)
          .field("tenantId", TEXT, SearchTable.TENANT)
          .unsorted("tags", TEXTS, "i.tags")
          .variables("variables", "v.value", VARIABLE)
          .filter("elementId", TEXT, "e.element_id", ELEMENT)
          .filter("elementInstanceState", TEXT, "e.state", ELEMENT)
          .filter("hasElementInstanceIncident", BOOLEAN, "(e.incident_key is not null)", ELEMENT)
          .filter("batchOperationId", TEXT, "b.batch_operation_key::text", BATCH_ITEM)
          .filter("batchOperationKey", KEY, "b.batch_operation_key", BATCH_ITEM)
          .filter("errorMessage", TEXT, "n.error_message", INCIDENT)
          .filter("incidentErrorHashCode", INTEGER, "hashtext(n.error_message)", INCIDENT)
          .filter("hasRetriesLeft", BOOLEAN, RETRIES_LEFT)
          .build();

  private ProcessInstanceTable() {}
}
