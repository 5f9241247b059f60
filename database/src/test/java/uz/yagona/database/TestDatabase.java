package uz.yagona.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database for tests: on a server that starts with it, or on the one that {@code
 * YAGONA_TEST_POSTGRES} names.
 *
 * <p>The variable is a JDBC address such as {@code jdbc:postgresql://localhost:5432/postgres}, with
 * {@code YAGONA_TEST_POSTGRES_USER} and {@code YAGONA_TEST_POSTGRES_PASSWORD}; or {@code
 * testcontainers}, with {@code YAGONA_TEST_POSTGRES_IMAGE}.
 */
public final class TestDatabase implements AutoCloseable {
  private final Server server;
  private final String jdbcUrl;
  private final Closing closing;
  private final List<TestDatabase> others = new CopyOnWriteArrayList<>();

  /** Where a server is and who may create databases there. */
  record Server(String jdbcUrl, String user, String password) {}

  /** Ends what was started for the database. */
  private interface Closing {
    void close();
  }

  private TestDatabase(Server server, String jdbcUrl, Closing closing) {
    this.server = server;
    this.jdbcUrl = jdbcUrl;
    this.closing = closing;
  }

  public static TestDatabase start() {
    return start(System.getenv());
  }

  static TestDatabase start(Map<String, String> environment) {
    var wanted = environment.getOrDefault("YAGONA_TEST_POSTGRES", "").strip();
    if (wanted.equals("testcontainers")) {
      var container = PostgresContainer.start(environment);
      return container == null ? embedded() : on(container);
    }
    if (wanted.isEmpty()) {
      return embedded();
    }
    if (!wanted.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "Expected YAGONA_TEST_POSTGRES to be an address like jdbc:postgresql://localhost:5432/postgres or 'testcontainers', but it is '%s'"
              .formatted(wanted));
    }
    var database =
        on(
            new Server(
                wanted,
                environment.getOrDefault("YAGONA_TEST_POSTGRES_USER", "postgres"),
                environment.getOrDefault("YAGONA_TEST_POSTGRES_PASSWORD", "")));
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    return database;
  }

  private static TestDatabase embedded() {
    var database = EmbeddedDatabase.startTemporary();
    var server = new Server(database.jdbcUrl(), database.user(), database.password());
    return new TestDatabase(server, database.jdbcUrl(), database::close);
  }

  /** A new database there, dropped at {@link #close()}. */
  private static TestDatabase on(Server server) {
    var name = "yagona_test_" + UUID.randomUUID().toString().replace("-", "");
    execute(server, "create database " + name);
    return new TestDatabase(
        server,
        sibling(server.jdbcUrl(), name),
        () -> execute(server, "drop database if exists %s with (force)".formatted(name)));
  }

  private static String sibling(String jdbcUrl, String name) {
    return jdbcUrl.replaceFirst("/[^/?]*(\\?.*)?$", "/" + name + "$1");
  }

  private static void execute(Server server, String sql) {
    try (var connection = dataSource(server, server.jdbcUrl()).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Expected to %s at %s, but %s".formatted(sql, server.jdbcUrl(), e.getMessage()), e);
    }
  }

  private static DataSource dataSource(Server server, String jdbcUrl) {
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(jdbcUrl);
    dataSource.setUser(server.user());
    dataSource.setPassword(server.password());
    return dataSource;
  }

  /** One more empty database on the same server. */
  public TestDatabase another() {
    var more = on(server);
    others.add(more);
    return more;
  }

  /** JDBC address without credentials. */
  public String jdbcUrl() {
    return jdbcUrl;
  }

  public String user() {
    return server.user();
  }

  public String password() {
    return server.password();
  }

  /** Unpooled connections. */
  public DataSource dataSource() {
    return dataSource(server, jdbcUrl);
  }

  @Override
  public void close() {
    others.forEach(TestDatabase::close);
    others.clear();
    closing.close();
  }
}
