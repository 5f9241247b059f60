package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.INTEGER;
import static uz.yagona.engine.state.Columns.Type.TEXT;
import static uz.yagona.engine.state.Columns.Type.TIME;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code timer}; rows go when their time has come. */
final class TimerRepository {
  private static final Columns<TimerRow> COLUMNS =
      new Columns<TimerRow>("engine.timer", "timer_key")
          .fixed("timer_key", BIGINT, TimerRow::key)
          .fixed("process_definition_key", BIGINT, timer -> timer.process().definition().key())
          .fixed("process_instance_key", BIGINT, timer -> timer.process().key())
          .fixed("element_instance_key", BIGINT, timer -> timer.owner().key())
          .fixed("element_id", TEXT, TimerRow::elementId)
          .fixed("due_date", TIME, TimerRow::dueDate)
          .fixed("repetitions", INTEGER, TimerRow::repetitions);
  private static final Columns<StartTimer> STARTS =
      new Columns<StartTimer>("engine.timer", "timer_key")
          .fixed("timer_key", BIGINT, StartTimer::key)
          .fixed("process_definition_key", BIGINT, timer -> timer.definition().key())
          .fixed("element_id", TEXT, StartTimer::elementId)
          .fixed("due_date", TIME, StartTimer::dueDate)
          .fixed("repetitions", INTEGER, StartTimer::repetitions);
  private static final String LOAD =
      """
      select timer_key, element_instance_key, element_id, due_date, repetitions
      from engine.timer
      where process_instance_key = any (:keys)
      order by timer_key
      """;
  private static final String DUE =
      """
      select timer_key, process_instance_key, process_definition_key, element_id, due_date, repetitions
      from engine.timer
      where due_date <= :now and timer_key <> all (:postponed)
      order by due_date, timer_key
      limit :limit
      """;
  private static final String NEXT =
      "select min(due_date) from engine.timer where due_date > :after";
  private static final String DELETE_STARTS =
      """
      delete from engine.timer
      where process_instance_key is null and process_definition_key = any (:definitions)
      """;

  private final JdbcClient jdbc;
  final Changes<TimerRow> changes;
  final Changes<StartTimer> starts;

  TimerRepository(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    changes = new Changes<>(journal);
    starts = new Changes<>(journal);
  }

  void load(OwnedRowReading wanted) {
    wanted.read(jdbc, LOAD, changes, TimerRepository::read);
  }

  private static TimerRow read(ResultSet row, ElementInstance owner) throws SQLException {
    return new TimerRow(
        row.getLong("timer_key"),
        owner,
        row.getString("element_id"),
        Rows.time(row, "due_date"),
        row.getInt("repetitions"));
  }

  /** A page of what is due, earliest first. */
  List<DueTimer> due(Instant now, Collection<Long> postponed, int limit) {
    return jdbc.sql(DUE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("postponed", postponed.toArray(Long[]::new))
        .param("limit", limit)
        .query(
            (row, index) ->
                new DueTimer(
                    row.getLong("timer_key"),
                    Rows.number(row, "process_instance_key"),
                    row.getLong("process_definition_key"),
                    row.getString("element_id"),
                    Rows.time(row, "due_date"),
                    row.getInt("repetitions")))
        .list();
  }

  /** The earliest time after the given one. */
  Optional<Instant> next(Instant after) {
    return Rows.optionalInstant(jdbc.sql(NEXT).param("after", after.atOffset(ZoneOffset.UTC)));
  }

  /** Removes the start timers of definitions that are no longer the latest; at once. */
  void deleteStarts(Collection<Long> definitionKeys) {
    jdbc.sql(DELETE_STARTS).param("definitions", definitionKeys.toArray(Long[]::new)).update();
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
    COLUMNS.delete(script, changes.deleted());
    STARTS.insert(script, starts.inserted());
    STARTS.delete(script, starts.deleted());
  }
}
