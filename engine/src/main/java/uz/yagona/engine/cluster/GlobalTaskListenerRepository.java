package uz.yagona.engine.cluster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.api.GlobalTaskListenerCommand.GlobalTaskListener;

/** Table {@code global_task_listener}. */
final class GlobalTaskListenerRepository {
  private static final String ALL =
      """
      select id, type, retries, after_non_global, priority, event_types
      from engine.global_task_listener""";
  private static final String PUT =
      """
      insert into engine.global_task_listener
        (id, type, retries, after_non_global, priority, event_types)
      values (:id, :type, :retries, :after, :priority, :events)
      on conflict (id) do update set type = excluded.type, retries = excluded.retries,
        after_non_global = excluded.after_non_global, priority = excluded.priority,
        event_types = excluded.event_types""";
  private static final String DELETE = "delete from engine.global_task_listener where id = :id";

  private final JdbcClient jdbc;

  GlobalTaskListenerRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<GlobalTaskListener> all() {
    return jdbc.sql(ALL).query((row, number) -> listener(row)).list();
  }

  private static GlobalTaskListener listener(ResultSet row) throws SQLException {
    return new GlobalTaskListener(
        row.getString("id"),
        row.getString("type"),
        row.getInt("retries"),
        row.getBoolean("after_non_global"),
        row.getInt("priority"),
        List.of((String[]) row.getArray("event_types").getArray()));
  }

  void put(GlobalTaskListener listener) {
    jdbc.sql(PUT)
        .param("id", listener.id())
        .param("type", listener.type())
        .param("retries", listener.retries())
        .param("after", listener.afterNonGlobal())
        .param("priority", listener.priority())
        .param("events", listener.eventTypes().toArray(String[]::new))
        .update();
  }

  void delete(String id) {
    jdbc.sql(DELETE).param("id", id).update();
  }
}
