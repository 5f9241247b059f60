package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.BOOLEAN;
import static uz.yagona.engine.state.Columns.Type.INTEGER;
import static uz.yagona.engine.state.Columns.Type.JSONB;
import static uz.yagona.engine.state.Columns.Type.TEXT;
import static uz.yagona.engine.state.Columns.Type.TIME;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.model.ElementType;

/** Table {@code element_instance}. */
final class ElementInstanceRepository {
  private static final Columns<ElementInstance> COLUMNS =
      new Columns<ElementInstance>("engine.element_instance", "element_instance_key")
          .fixed("element_instance_key", BIGINT, ElementInstance::key)
          .changing("state", TEXT, instance -> instance.phase().state())
          .changing("phase", TEXT, ElementInstance::phase)
          .fixed("start_date", TIME, ElementInstance::startDate)
          .changing("end_date", TIME, ElementInstance::endDate)
          .changing("engine_state", JSONB, instance -> Json.objectOrNull(instance.memory()))
          .changing("continuation", BOOLEAN, ElementInstance::hasContinuation)
          .fixed("process_instance_key", BIGINT, instance -> instance.process().key())
          .fixed("root_process_instance_key", BIGINT, instance -> instance.process().rootKey())
          .fixed(
              "process_definition_key", BIGINT, instance -> instance.process().definition().key())
          .fixed("process_definition_id", TEXT, instance -> instance.process().definition().id())
          .fixed("scope_key", BIGINT, instance -> instance.container().key())
          .changing("element_id", TEXT, ElementInstanceRepository::elementId)
          .changing("element_name", TEXT, instance -> instance.element().name())
          .fixed("type", TEXT, ElementInstance::type)
          .changing("incident_key", BIGINT, ElementInstance::incidentKey)
          .changing("called_process_instance_key", BIGINT, ElementInstance::calledInstanceKey)
          .fixed(
              "loop_counter",
              INTEGER,
              instance -> instance.loopCounter() == 0 ? null : instance.loopCounter());
  private static final String LOAD =
      """
      select element_instance_key, phase, start_date, engine_state, continuation, scope_key, element_id, type,
        incident_key, called_process_instance_key, loop_counter
      from engine.element_instance
      where process_instance_key = any (:keys) and state = 'ACTIVE'
      order by element_instance_key
      """;
  private static final String CONTINUATIONS =
      """
      select process_instance_key, root_process_instance_key
      from engine.element_instance
      where continuation
      union
      select process_instance_key, root_process_instance_key
      from engine.process_instance
      where continuation and state = 'ACTIVE'
      order by process_instance_key
      """;

  private static final String INNER_INSTANCE = "#innerInstance";

  private final JdbcClient jdbc;
  final Changes<ElementInstance> changes;

  ElementInstanceRepository(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    changes = new Changes<>(journal);
  }

  /** Gives the active ones to {@code receiver}, outer before inner. */
  void load(
      Collection<Long> instanceKeys,
      LongFunction<ElementInstance> scopes,
      Consumer<ElementInstance> receiver) {
    jdbc.sql(LOAD)
        .param("keys", instanceKeys.toArray(Long[]::new))
        .query(
            row -> {
              receiver.accept(read(row, scopes));
            });
  }

  /** Camunda 8's name for what an ad-hoc sub-process wraps around each of its activities. */
  private static String elementId(ElementInstance instance) {
    var id = instance.element().id();
    return instance.type() == ElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE
        ? id + INNER_INSTANCE
        : id;
  }

  private static String modelId(String elementId) {
    return elementId.endsWith(INNER_INSTANCE)
        ? elementId.substring(0, elementId.length() - INNER_INSTANCE.length())
        : elementId;
  }

  private ElementInstance read(ResultSet row, LongFunction<ElementInstance> scopes)
      throws SQLException {
    var scope = scopes.apply(row.getLong("scope_key"));
    var instance =
        new ElementInstance(
            row.getLong("element_instance_key"),
            scope,
            scope.process().model().element(modelId(row.getString("element_id"))),
            ElementType.valueOf(row.getString("type")),
            Rows.progress(
                row,
                row.getInt("loop_counter"),
                Rows.number(row, "incident_key"),
                Rows.number(row, "called_process_instance_key")));
    changes.adopt(instance);
    return instance;
  }

  /** Process instances with work that the engine has to continue by itself; root by key. */
  Map<Long, Long> continuations() {
    var roots = new LinkedHashMap<Long, Long>();
    jdbc.sql(CONTINUATIONS)
        .query((RowCallbackHandler) row -> roots.put(row.getLong(1), row.getLong(2)));
    return roots;
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
    COLUMNS.update(script, changes.updated());
  }
}
