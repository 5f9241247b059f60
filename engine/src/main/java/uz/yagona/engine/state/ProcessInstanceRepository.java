package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.BOOLEAN;
import static uz.yagona.engine.state.Columns.Type.INTEGER;
import static uz.yagona.engine.state.Columns.Type.JSONB;
import static uz.yagona.engine.state.Columns.Type.TEXT;
import static uz.yagona.engine.state.Columns.Type.TEXTS;
import static uz.yagona.engine.state.Columns.Type.TIME;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.definition.CompiledProcess;
import uz.yagona.engine.state.ElementInstance.Progress;

/** Table {@code process_instance}. */
final class ProcessInstanceRepository {
  private static final Columns<ProcessInstance> COLUMNS =
      new Columns<ProcessInstance>("engine.process_instance", "process_instance_key")
          .fixed("process_instance_key", BIGINT, ProcessInstance::key)
          .changing("state", TEXT, instance -> instance.phase().state())
          .changing("phase", TEXT, ProcessInstance::phase)
          .fixed("start_date", TIME, ProcessInstance::startDate)
          .changing("end_date", TIME, ProcessInstance::endDate)
          .changing("engine_state", JSONB, instance -> Json.objectOrNull(instance.memory()))
          .changing("continuation", BOOLEAN, ProcessInstance::hasContinuation)
          .changing("process_definition_key", BIGINT, instance -> instance.definition().key())
          .changing("process_definition_id", TEXT, instance -> instance.definition().id())
          .changing("process_definition_name", TEXT, instance -> instance.definition().name())
          .changing(
              "process_definition_version", INTEGER, instance -> instance.definition().version())
          .changing(
              "process_definition_version_tag",
              TEXT,
              instance -> instance.definition().versionTag())
          .fixed(
              "parent_process_instance_key",
              BIGINT,
              instance -> instance.origin().parentInstanceKey())
          .fixed(
              "parent_element_instance_key",
              BIGINT,
              instance -> instance.origin().parentElementKey())
          .fixed("root_process_instance_key", BIGINT, ProcessInstance::rootKey)
          .changing("removal_date", TIME, ProcessInstance::removalDate)
          .changing("incident_count", INTEGER, ProcessInstance::incidentCount)
          .fixed("business_id", TEXT, instance -> instance.origin().businessId())
          .fixed("tags", TEXTS, instance -> instance.origin().tags())
          .changing("taken_sequence_flows", TEXTS, ProcessInstance::takenFlows)
          .fixed("start_message_name", TEXT, instance -> instance.origin().startMessageName())
          .fixed(
              "start_correlation_key", TEXT, instance -> instance.origin().startCorrelationKey());
  private static final String LOAD =
      """
      select process_instance_key, phase, start_date, engine_state, continuation, process_definition_key,
        parent_process_instance_key, parent_element_instance_key, root_process_instance_key, incident_count,
        business_id, tags, taken_sequence_flows, start_message_name, start_correlation_key
      from engine.process_instance
      where process_instance_key = any (:keys) and state = 'ACTIVE'
      """;

  private final JdbcClient jdbc;
  final Changes<ProcessInstance> changes;

  ProcessInstanceRepository(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    changes = new Changes<>(journal);
  }

  List<ProcessInstance> load(Collection<Long> keys, LongFunction<CompiledProcess> definitions) {
    return jdbc.sql(LOAD)
        .param("keys", keys.toArray(Long[]::new))
        .query((row, index) -> read(row, definitions))
        .list();
  }

  private ProcessInstance read(ResultSet row, LongFunction<CompiledProcess> definitions)
      throws SQLException {
    var instance =
        new ProcessInstance(
            row.getLong("process_instance_key"),
            definitions.apply(row.getLong("process_definition_key")),
            origin(row),
            Rows.progress(row, 0, null, null),
            row.getInt("incident_count"),
            new LinkedHashSet<>(Json.list(row.getArray("taken_sequence_flows"))));
    changes.adopt(instance);
    return instance;
  }

  private static ProcessInstance.Origin origin(ResultSet row) throws SQLException {
    return new ProcessInstance.Origin(
        Rows.number(row, "parent_process_instance_key"),
        Rows.number(row, "parent_element_instance_key"),
        row.getLong("root_process_instance_key"),
        row.getString("business_id"),
        new LinkedHashSet<>(Json.list(row.getArray("tags"))),
        row.getString("start_message_name"),
        row.getString("start_correlation_key"));
  }

  ProcessInstance insert(
      long key, CompiledProcess definition, ProcessInstance.Origin origin, java.time.Instant now) {
    var instance = new ProcessInstance(key, definition, origin, new Progress(now, 0));
    changes.insert(instance);
    return instance;
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
    COLUMNS.update(script, changes.updated());
  }
}
