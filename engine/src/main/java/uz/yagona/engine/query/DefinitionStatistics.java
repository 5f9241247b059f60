package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.BOOLEAN;
import static uz.yagona.engine.query.ColumnType.INTEGER;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;

/** Numbers of active instances by deployed process. */
public final class DefinitionStatistics {
  private static final String VERSIONS =
      """
      (select d.process_definition_key, d.process_definition_id, d.tenant_id, d.name, d.version,
        coalesce(i.with_incident, 0) as with_incident,
        coalesce(i.without_incident, 0) as without_incident
      from engine.process_definition d
      left join (
        select process_definition_key,
          count(*) filter (where incident_count > 0)::integer as with_incident,
          count(*) filter (where incident_count = 0)::integer as without_incident
        from engine.process_instance where state = 'ACTIVE' group by process_definition_key
      ) i using (process_definition_key)
      where d.deleted_at is null)""";
  private static final String PROCESSES =
      """
      (select process_definition_id, tenant_id, count(*) > 1 as has_versions,
        (array_agg(name order by version desc))[1] as name,
        sum(with_incident)::integer as with_incident,
        sum(without_incident)::integer as without_incident
      from\s"""
          + VERSIONS
          + " versions group by process_definition_id, tenant_id)";
  public static final SearchTable BY_PROCESS =
      SearchTable.of("process definition", PROCESSES + " s")
          .identity("processDefinitionId", TEXT, "s.process_definition_id")
          .field("tenantId", TEXT, "s.tenant_id")
          .field("latestProcessDefinitionName", TEXT, "s.name", NULLABLE)
          .field("hasMultipleVersions", BOOLEAN, "s.has_versions")
          .field("activeInstancesWithIncidentCount", INTEGER, "s.with_incident")
          .field("activeInstancesWithoutIncidentCount", INTEGER, "s.without_incident")
          .build();

  public static final SearchTable BY_VERSION =
      SearchTable.of("process definition", VERSIONS + " s")
          .identity("processDefinitionKey", KEY, "s.process_definition_key")
          .field("processDefinitionId", TEXT, "s.process_definition_id")
          .field("processDefinitionName", TEXT, "s.name", NULLABLE)
          .field("processDefinitionVersion", INTEGER, "s.version")
          .field("tenantId", TEXT, "s.tenant_id")
          .field("activeInstancesWithIncidentCount", INTEGER, "s.with_incident")
          .field("activeInstancesWithoutIncidentCount", INTEGER, "s.without_incident")
          .build();

  private DefinitionStatistics() {}
}
