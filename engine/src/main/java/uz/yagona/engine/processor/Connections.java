package uz.yagona.engine.processor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer's own connection: it holds the lock, and all batches go through it. */
final class Connections {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final List<String> SETTINGS =
      List.of(
          // sets of keys are few rows among many: always by index, with one plan for all sizes
          "set enable_seqscan = off",
          "set enable_hashjoin = off",
          "set enable_mergejoin = off",
          "set plan_cache_mode = force_generic_plan",
          "set jit = off",
          "set application_name = 'yagona-engine'",
          // a writer whose machine is gone loses the lock soon
          "set tcp_keepalives_idle = 3",
          "set tcp_keepalives_interval = 1",
          "set tcp_keepalives_count = 4");

  private Connections() {}

  static Connection open(DataSource dataSource) throws SQLException {
    var connection = dataSource.getConnection();
    try (var statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      for (var setting : SETTINGS) {
        statement.execute(setting);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Gives the connection back without its lock and settings; a broken one is dropped. */
  static void release(Connection connection) {
    try (connection;
        var statement = connection.createStatement()) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      statement.execute("select pg_advisory_unlock_all()");
      statement.execute("reset all");
    } catch (SQLException e) {
      LOG.debug("The connection was broken already", e);
    }
  }
}
