package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.BOOLEAN;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;
import static uz.yagona.engine.query.ColumnType.TIME;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import uz.yagona.engine.model.ElementType;

/** Element instances, active and ended; sequence flows are not among them. */
public final class ElementInstanceTable {
  /** The API knows two more, which no element here has. */
  private static final List<String> TYPES =
      Stream.concat(
              Arrays.stream(ElementType.values()).map(Enum::name),
              Stream.of("UNKNOWN", "UNSPECIFIED"))
          .toList();

  public static final SearchTable TABLE =
      SearchTable.of("element instance", "engine.element_instance e")
          .identity("elementInstanceKey", KEY, "e.element_instance_key")
          .field("processInstanceKey", KEY, "e.process_instance_key")
          .shown("rootProcessInstanceKey", KEY, "e.root_process_instance_key")
          .field("processDefinitionKey", KEY, "e.process_definition_key")
          .field("processDefinitionId", TEXT, "e.process_definition_id")
          .field("elementId", TEXT, "e.element_id")
          .field("elementName", TEXT, "e.element_name", NULLABLE)
          .constant("type", "e.type", TYPES)
          .constant("state", "e.state", List.of("ACTIVE", "COMPLETED", "TERMINATED"))
          .field("startDate", TIME, "e.start_date")
          .field("endDate", TIME, "e.end_date", NULLABLE)
          .unsorted("hasIncident", BOOLEAN, "(e.incident_key is not null)")
          .field("incidentKey", KEY, "e.incident_key", NULLABLE)
          .field("tenantId", TEXT, SearchTable.TENANT)
          .filter("elementInstanceScopeKey", KEY, "e.scope_key")
          .build();

  private ElementInstanceTable() {}
}
