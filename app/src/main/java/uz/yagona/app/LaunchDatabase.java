package uz.yagona.app;

import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import uz.yagona.database.EmbeddedDatabase;

/** The PostgreSQL of this run: the embedded one, or the one at {@code YAGONA_DB_URL}. */
record LaunchDatabase(String jdbcUrl, String user, String password, Runnable stop)
    implements AutoCloseable {
  private static final int OLDEST_VERSION = 14;
  private static final List<String> SCHEMAS = List.of("engine", "portal", "signing");
  private static final String FOREIGN_SCHEMAS =
      """
      select n.nspname
      from pg_namespace n
      where n.nspname = any (?)
        and exists (select from pg_class c where c.relnamespace = n.oid and c.relkind = 'r')
        and not exists (
          select from pg_class c
          where c.relnamespace = n.oid and c.relname = 'flyway_schema_history')
      order by 1
      """;

  /**
   * @throws LaunchException when the given database cannot be reached, is not PostgreSQL 14 or
   *     newer, or holds someone else's tables
   */
  static LaunchDatabase open(LaunchOptions options, String embeddedPassword) {
    var url = options.databaseUrl();
    return url == null ? embedded(options, embeddedPassword) : checked(given(url));
  }

  private static LaunchDatabase embedded(LaunchOptions options, String password) {
    try {
      var server = EmbeddedDatabase.start(options.dataDirectory().resolve("postgres"), password);
      return new LaunchDatabase(server.jdbcUrl(), server.user(), server.password(), server::close);
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new LaunchException(String.valueOf(e.getMessage()));
    }
  }

  static LaunchDatabase given(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return new LaunchDatabase(url, "", "", () -> {});
    }
    if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
      throw new LaunchException(
          "Expected YAGONA_DB_URL as postgresql://user:password@host:5432/database or"
              + " jdbc:postgresql:..., but found '%s'."
                  .formatted(url.replaceAll("//[^@/]*@", "//***@")));
    }
    var uri = URI.create(url);
    var login = uri.getUserInfo() == null ? new String[] {"", ""} : uri.getUserInfo().split(":", 2);
    var port = uri.getPort() < 0 ? 5432 : uri.getPort();
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new LaunchDatabase(
        "jdbc:postgresql://%s:%d%s%s".formatted(uri.getHost(), port, uri.getPath(), query),
        login[0],
        login.length > 1 ? login[1] : "",
        () -> {});
  }

  private static LaunchDatabase checked(LaunchDatabase database) {
    try (var connection = database.connect()) {
      var version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST_VERSION) {
        throw new LaunchException(
            "Expected PostgreSQL %d or newer at YAGONA_DB_URL, but found version %d."
                .formatted(OLDEST_VERSION, version));
      }
      refuseForeignSchema(connection);
      return database;
    } catch (SQLException e) {
      throw new LaunchException(
          "Expected to reach PostgreSQL at YAGONA_DB_URL, but %s"
              .formatted(String.valueOf(e.getMessage()).lines().findFirst().orElse("it failed")));
    }
  }

  private Connection connect() throws SQLException {
    return user.isEmpty()
        ? DriverManager.getConnection(jdbcUrl)
        : DriverManager.getConnection(jdbcUrl, user, password);
  }

  private static void refuseForeignSchema(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(FOREIGN_SCHEMAS)) {
      statement.setArray(1, connection.createArrayOf("text", SCHEMAS.toArray()));
      try (var rows = statement.executeQuery()) {
        if (rows.next()) {
          throw new LaunchException(
              "Expected an empty database or one of Yagona, but schema '%s' holds other tables."
                  .formatted(rows.getString(1)));
        }
      }
    }
  }

  @Override
  public void close() {
    stop.run();
  }
}
