package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.INTEGER;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;

/**
 * Numbers of process instances with active incidents, by message; a hash stands for the message.
 */
public final class IncidentStatistics {
  private static final String ERRORS =
      """
      (select hashtext(error_message) as hash, min(error_message) as message,
        count(distinct process_instance_key)::integer as instances
      from engine.incident where state = 'ACTIVE' group by hashtext(error_message))""";
  private static final String DEFINITIONS =
      """
      (select d.process_definition_key, d.process_definition_id, d.name, d.version, d.tenant_id,
        hashtext(n.error_message) as hash,
        count(distinct n.process_instance_key)::integer as instances
      from engine.incident n
      join engine.process_definition d using (process_definition_key)
      where n.state = 'ACTIVE'
      group by d.process_definition_key, hashtext(n.error_message))""";

  public static final SearchTable BY_ERROR =
      SearchTable.of("error", ERRORS + " s")
          .identity("errorHashCode", INTEGER, "s.hash")
          .field("errorMessage", TEXT, "s.message")
          .field("activeInstancesWithErrorCount", INTEGER, "s.instances")
          .build();

  /** To be filtered by one {@code errorHashCode}. */
  public static final SearchTable BY_DEFINITION =
      SearchTable.of("process definition", DEFINITIONS + " s")
          .identity("processDefinitionKey", KEY, "s.process_definition_key")
          .field("processDefinitionId", TEXT, "s.process_definition_id")
          .field("processDefinitionName", TEXT, "s.name", NULLABLE)
          .field("processDefinitionVersion", INTEGER, "s.version")
          .field("tenantId", TEXT, "s.tenant_id")
          .field("activeInstancesWithErrorCount", INTEGER, "s.instances")
          .filter("errorHashCode", INTEGER, "s.hash")
          .build();

  private IncidentStatistics() {}
}
