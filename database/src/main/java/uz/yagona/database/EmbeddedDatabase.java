package uz.yagona.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A PostgreSQL server started from the application's own jars. Rows survive a restart; commits are
 * durable ({@code fsync} and {@code synchronous_commit} are on).
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String USER = "postgres";
  private final EmbeddedPostgres server;

  private EmbeddedDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts the server on a free loopback port, with its files in {@code directory}; creates them
   * when absent.
   *
   * @throws UncheckedIOException when the server does not come up, for example on a full disk
   */
  public static EmbeddedDatabase start(Path directory) {
    return start(directory, true);
  }

  /**
   * Starts a server for tests in a new temporary directory, removed at {@link #close()}. Not
   * durable: {@code fsync} is off.
   */
  public static EmbeddedDatabase startTemporary() {
    try {
      return start(Files.createTempDirectory("yagona-pg"), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedDatabase start(Path directory, boolean durable) {
    var flag = durable ? "on" : "off";
    try {
      var builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setCleanDataDirectory(!durable)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setServerConfig("fsync", flag)
              .setServerConfig("synchronous_commit", flag)
              .setServerConfig("full_page_writes", flag)
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", durable ? "256MB" : "64MB")
              .setServerConfig("max_wal_size", "4GB")
              .setServerConfig("checkpoint_timeout", "15min")
              .setServerConfig("timezone", "Etc/GMT+3");
      return new EmbeddedDatabase(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Expected to start PostgreSQL in %s, but %s".formatted(directory, e.getMessage()), e);
    }
  }

  /** JDBC address with the user name; connections are accepted from this machine only. */
  public String jdbcUrl() {
    return server.getJdbcUrl(USER, USER);
  }

  /** Unpooled connections; for tests and migrations. */
  public DataSource dataSource() {
    return server.getPostgresDatabase();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
