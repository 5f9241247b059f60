package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.BOOLEAN;
import static uz.yagona.engine.query.ColumnType.INTEGER;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;

/** Deployed processes that were not deleted. */
public final class ProcessDefinitionTable {
  private static final String LATEST =
      """
      (d.version = (
        select max(l.version) from engine.process_definition l
        where l.tenant_id = d.tenant_id and l.process_definition_id = d.process_definition_id
          and l.deleted_at is null))""";

  public static final SearchTable TABLE =
      SearchTable.of("process definition", "engine.process_definition d")
          .only("d.deleted_at is null")
          .identity("processDefinitionKey", KEY, "d.process_definition_key")
          .field("processDefinitionId", TEXT, "d.process_definition_id")
          .field("name", TEXT, "d.name", NULLABLE)
          .field("version", INTEGER, "d.version")
          .field("versionTag", TEXT, "d.version_tag", NULLABLE)
          .field("resourceName", TEXT, "d.resource_name")
          .field("tenantId", TEXT, "d.tenant_id")
          .unsorted("hasStartForm", BOOLEAN, "(d.start_form_id is not null)")
          .filter("isLatestVersion", BOOLEAN, LATEST)
          .build();

  private ProcessDefinitionTable() {}
}
