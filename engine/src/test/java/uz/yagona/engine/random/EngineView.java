package uz.yagona.engine.random;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.api.Variables;

/** What the tables say of one process instance now, in the words of the reference. */
final class EngineView {

  /**
   * Kind, text, second text, key of the row, key of its scope or element instance, time; of the
   * instance and all it called.
   */
  private static final String ALL =
      """
      with p as (
        select process_instance_key from engine.process_instance
        where root_process_instance_key = :p)
      select 'STATE', state, process_definition_id, process_instance_key, 0, null::timestamptz
      from engine.process_instance where root_process_instance_key = :p
      union all
      select 'INCIDENTS', incident_count::text, null, process_instance_key, 0, null
      from engine.process_instance where process_instance_key = :p
      union all
      select state, element_id, null, element_instance_key, scope_key, null
      from engine.element_instance join p using (process_instance_key)
      union all
      select 'VARIABLE', name, value, variable_key, scope_key, null
      from engine.variable join p using (process_instance_key)
      where name <> 'adHocSubProcessElements'
      union all
      select 'JOB', element_id, retries || case when exists (
        select 1 from engine.incident i where i.job_key = j.job_key and i.state = 'ACTIVE')
        then '!' else '' end, job_key, element_instance_key, null
      from engine.job j join p using (process_instance_key) where end_time is null
      union all
      select 'TASK', element_id, '', user_task_key, element_instance_key, null
      from engine.user_task join p using (process_instance_key) where state = 'CREATED'
      union all
      select 'AD_HOC', element_id, '', element_instance_key, element_instance_key, null
      from engine.element_instance join p using (process_instance_key)
      where state = 'ACTIVE' and type = 'AD_HOC_SUB_PROCESS'
      union all
      select 'TIMER', element_id, null, timer_key, 0, due_date
      from engine.timer join p using (process_instance_key)
      union all
      select 'MESSAGE', element_id, correlation_key, message_subscription_key, 0, null
      from engine.message_subscription join p using (process_instance_key) where state = 'CREATED'
      union all
      select 'SIGNAL', element_id, signal_name, signal_subscription_key, 0, null
      from engine.signal_subscription join p using (process_instance_key)
      union all
      select 'INCIDENT', element_id, error_type, incident_key, element_instance_key, null
      from engine.incident join p using (process_instance_key) where state = 'ACTIVE'
      order by 4
      """;

  private static final Map<String, String> STATES =
      Map.of("ACTIVE", "OPEN", "COMPLETED", "DONE", "TERMINATED", "STOPPED");

  private final long instance;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final TreeMap<Long, String> begun = new TreeMap<>();
  private final Map<Long, Long> scopes = new HashMap<>();
  private final Map<Long, Map<String, Object>> variables = new HashMap<>();
  private final List<Work> work = new ArrayList<>();

  /** Something for a worker, a person or an operator. */
  record Work(String kind, String elementId, String detail, long key, long elementInstance) {}

  EngineView(JdbcClient jdbc, long instance) {
    this.instance = instance;
    jdbc.sql(ALL).param("p", instance).query((RowCallbackHandler) this::read);
    counts.forEach((what, count) -> lines.add(what + " x" + count));
    work.forEach(one -> lines.add(text(one)));
    variables
        .getOrDefault(instance, Map.of())
        .forEach((name, value) -> lines.add("VARIABLE " + name + " = " + value));
    Collections.sort(lines);
  }

  private void read(ResultSet row) throws SQLException {
    var kind = row.getString(1);
    var text = row.getString(2);
    var key = row.getLong(4);
    var owner = row.getLong(5);
    switch (kind) {
      case "STATE" -> {
        if (key == instance) {
          lines.add(text);
        } else {
          counts.merge(STATES.get(text) + " " + row.getString(3), 1, Integer::sum);
        }
      }
      case "INCIDENTS" -> lines.add("INCIDENTS " + text);
      case "VARIABLE" ->
          variables
              .computeIfAbsent(owner, scope -> new TreeMap<>())
              .put(text, Variables.valueOfJson(row.getString(3)));
      case "JOB", "TASK", "AD_HOC", "INCIDENT" ->
          work.add(new Work(kind, text, row.getString(3), key, owner));
      case "TIMER" -> lines.add("TIMER %s %s".formatted(text, row.getTimestamp(6).toInstant()));
      case "MESSAGE", "SIGNAL" -> lines.add("%s %s %s".formatted(kind, text, row.getString(3)));
      default -> {
        counts.merge(STATES.get(kind) + " " + text, 1, Integer::sum);
        begun.put(key, text);
        scopes.put(key, owner);
      }
    }
  }

  private String text(Work one) {
    return "%s %s %s %s"
        .formatted(one.kind(), one.elementId(), one.detail(), visible(one.elementInstance()));
  }

  private Map<String, Object> visible(long scope) {
    var outer = scopes.get(scope);
    var visible = outer == null ? new TreeMap<String, Object>() : visible(outer);
    visible.putAll(variables.getOrDefault(scope, Map.of()));
    return visible;
  }

  /** One line for each kind of thing, sorted; see {@link Reference#picture}. */
  List<String> picture() {
    return lines;
  }

  /** Ids of elements that began after the key, by their keys, in order. */
  Map<Long, String> begunAfter(long key) {
    return begun.tailMap(key, false);
  }

  /** The oldest that looks like this. */
  Work workOf(String text) {
    return work.stream()
        .filter(one -> text(one).equals(text))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("Expected " + text + " among " + work));
  }
}
