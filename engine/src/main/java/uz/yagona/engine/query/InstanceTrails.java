package uz.yagona.engine.query;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a process instance went through, as JSON objects of the API. */
@Component("engineInstanceTrails")
public final class InstanceTrails {
  private static final String SEQUENCE_FLOWS =
      """
      select distinct i.process_instance_key || '_' || flow as "sequenceFlowId",
        i.process_instance_key::text as "processInstanceKey",
        i.root_process_instance_key::text as "rootProcessInstanceKey",
        i.process_definition_key::text as "processDefinitionKey",
        i.process_definition_id as "processDefinitionId",
        flow as "elementId",
        '<default>' as "tenantId"
      from engine.process_instance i cross join unnest(i.taken_sequence_flows) flow
      where i.process_instance_key = :key
      order by flow""";
  private static final String CALL_HIERARCHY =
      """
      with recursive caller as (
        select i.*, 0 as depth from engine.process_instance i where i.process_instance_key = :key
        union all
        select i.*, caller.depth + 1 from caller
        join engine.process_instance i on i.process_instance_key = caller.parent_process_instance_key
      )
      select process_instance_key::text as "processInstanceKey",
        process_definition_key::text as "processDefinitionKey",
        coalesce(process_definition_name, process_definition_id) as "processDefinitionName"
      from caller order by depth desc""";
  private static final String ELEMENTS =
      """
      select element_id as "elementId",
        count(*) filter (where state = 'ACTIVE' and incident_key is null) as active,
        count(*) filter (where state = 'TERMINATED') as canceled,
        count(*) filter (where state = 'ACTIVE' and incident_key is not null) as incidents,
        count(*) filter (where state = 'COMPLETED') as completed
      from engine.element_instance
      where process_instance_key = :key and type not in ('PROCESS', 'MULTI_INSTANCE_BODY')
      group by element_id order by element_id""";

  private final JdbcClient jdbc;

  public InstanceTrails(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /** Sequence flows taken, each once. */
  public List<Map<String, @Nullable Object>> sequenceFlows(long processInstanceKey) {
    return rows(SEQUENCE_FLOWS, processInstanceKey);
  }

  /**
   * The instance and those that called it, the root first; empty when there is no such instance.
   */
  public List<Map<String, @Nullable Object>> callHierarchy(long processInstanceKey) {
    return rows(CALL_HIERARCHY, processInstanceKey);
  }

  /** Number of element instances by element and state. */
  public List<Map<String, @Nullable Object>> elementStatistics(long processInstanceKey) {
    return rows(ELEMENTS, processInstanceKey);
  }

  private List<Map<String, @Nullable Object>> rows(String sql, long key) {
    return jdbc.sql(sql).param("key", key).query().listOfRows();
  }
}
