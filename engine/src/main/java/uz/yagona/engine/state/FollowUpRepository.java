package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.TEXT;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code follow_up}. */
final class FollowUpRepository {
  private static final Columns<FollowUpRow> COLUMNS =
      new Columns<FollowUpRow>("engine.follow_up", "follow_up_key")
          .fixed("follow_up_key", BIGINT, FollowUpRow::key)
          .fixed("command", TEXT, FollowUpRow::command);
  private static final String OLDEST =
      """
      select follow_up_key, command
      from engine.follow_up
      where follow_up_key <> all (:except)
      order by follow_up_key
      limit :limit
      """;

  private final JdbcClient jdbc;
  final Changes<FollowUpRow> changes;

  FollowUpRepository(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    changes = new Changes<>(journal);
  }

  List<FollowUpRow> oldest(Collection<Long> except, int limit) {
    return jdbc.sql(OLDEST)
        .param("except", except.toArray(Long[]::new))
        .param("limit", limit)
        .query(
            (row, index) -> {
              var followUp =
                  new FollowUpRow(row.getLong("follow_up_key"), row.getString("command"));
              changes.adopt(followUp);
              return followUp;
            })
        .list();
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
    COLUMNS.delete(script, changes.deleted());
  }
}
