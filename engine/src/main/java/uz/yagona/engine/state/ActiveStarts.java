package uz.yagona.engine.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which processes run already for a correlation key of their start message; during one batch. */
public final class ActiveStarts {
  private static final String FIND =
      """
      select i.process_definition_id, i.start_correlation_key
      from unnest(:processIds::text[], :correlationKeys::text[]) as wanted (process_id, correlation_key)
      join engine.process_instance i
        on i.process_definition_id = wanted.process_id and i.start_correlation_key = wanted.correlation_key
      where i.state = 'ACTIVE'
      """;

  /** A process and the key that started it. */
  public record Start(String processId, String correlationKey) {}

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Map<Start, Boolean> known = new HashMap<>();

  ActiveStarts(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
  }

  /** Asks the database about these, as far as not known. */
  void load(Collection<Start> starts) {
    var unknown = starts.stream().filter(start -> !known.containsKey(start)).distinct().toList();
    if (unknown.isEmpty()) {
      return;
    }
    unknown.forEach(start -> known.put(start, false));
    jdbc.sql(FIND)
        .param("processIds", unknown.stream().map(Start::processId).toArray(String[]::new))
        .param(
            "correlationKeys", unknown.stream().map(Start::correlationKey).toArray(String[]::new))
        .query(
            row -> {
              known.put(new Start(row.getString(1), row.getString(2)), true);
            });
  }

  public boolean contains(Start start) {
    load(java.util.List.of(start));
    return known.getOrDefault(start, false);
  }

  void set(Start start, boolean active) {
    var before = known.put(start, active);
    journal.record(
        () -> {
          if (before == null) {
            known.remove(start);
          } else {
            known.put(start, before);
          }
        });
  }

  void clear() {
    known.clear();
  }
}
