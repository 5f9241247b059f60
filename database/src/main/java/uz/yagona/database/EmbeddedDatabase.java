package uz.yagona.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server started from the application's own jars. Rows survive a restart; commits are
 * durable ({@code fsync} and {@code synchronous_commit} are on).
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String USER = "postgres";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final String HBA = "pg_hba.conf";
  private static final String HBA_WITH_PASSWORD =
      """
      # TYPE DATABASE USER ADDRESS METHOD
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final EmbeddedPostgres server;
  private final @Nullable String password;
  private final DirectoryLock lock;

  private EmbeddedDatabase(EmbeddedPostgres server, @Nullable String password, DirectoryLock lock) {
    this.server = server;
    this.password = password;
    this.lock = lock;
  }

  /**
   * Starts the server on a free loopback port, with its files in {@code directory}; creates them
   * when absent. A server that was orphaned there by a killed process is stopped first. Connections
   * need {@code password}, set when the files are created.
   *
   * @throws UncheckedIOException when the server does not come up, for example on a full disk
   * @throws IllegalStateException when another process runs the server in {@code directory}
   */
  public static EmbeddedDatabase start(Path directory, String password) {
    var lock = DirectoryLock.take(directory);
    try {
      Orphan.stop(directory);
      var ready = directory.resolve(".password-required");
      if (!Files.exists(ready)) {
        try (var open = durable(directory).start()) {
          requirePassword(open, directory, password);
        }
        Files.createFile(ready);
      }
      var server = durable(directory).setConnectConfig("password", password).start();
      return new EmbeddedDatabase(server, password, lock);
    } catch (IOException | SQLException e) {
      lock.close();
      throw failed(directory, e);
    }
  }

  private static EmbeddedPostgres.Builder durable(Path directory) {
    return builder(directory, "on", "256MB").setCleanDataDirectory(false);
  }

  /**
   * Starts a server for tests in a new temporary directory, removed at {@link #close()}. Not
   * durable: {@code fsync} is off.
   */
  public static EmbeddedDatabase startTemporary() {
    try {
      var directory = Files.createTempDirectory("yagona-pg").resolve("data");
      var builder = builder(directory, "off", "64MB").setRegisterShutdownHook(true);
      var server = builder.setCleanDataDirectory(true).start();
      return new EmbeddedDatabase(server, null, DirectoryLock.take(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres.Builder builder(
      Path directory, String durable, String sharedBuffers) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(START_LIMIT)
        .setOutputRedirector(Redirect.DISCARD)
        .setErrorRedirector(Redirect.DISCARD)
        .setServerConfig("fsync", durable)
        .setServerConfig("synchronous_commit", durable)
        .setServerConfig("full_page_writes", durable)
        .setServerConfig("max_connections", "200")
        .setServerConfig("shared_buffers", sharedBuffers)
        .setServerConfig("max_wal_size", "4GB")
        .setServerConfig("checkpoint_timeout", "15min")
        .setServerConfig("timezone", "Etc/GMT+3");
  }

  private static void requirePassword(EmbeddedPostgres open, Path directory, String password)
      throws SQLException, IOException {
    try (var connection = open.getPostgresDatabase().getConnection();
        var quoted = connection.prepareStatement("select quote_literal(?)");
        var statement = connection.createStatement()) {
      quoted.setString(1, password);
      try (var row = quoted.executeQuery()) {
        row.next();
        statement.execute("alter role postgres password " + row.getString(1));
      }
    }
    Files.writeString(directory.resolve(HBA), HBA_WITH_PASSWORD);
  }

  private static UncheckedIOException failed(Path directory, Exception cause) {
    return new UncheckedIOException(
        "Expected to start PostgreSQL in %s, but %s".formatted(directory, cause.getMessage()),
        new IOException(cause));
  }

  /** JDBC address without credentials; connections are accepted from this machine only. */
  public String jdbcUrl() {
    return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), USER);
  }

  /** Database user that owns everything. */
  public String user() {
    return USER;
  }

  /** Password of {@link #user()}; empty for a temporary server, which asks for none. */
  public String password() {
    return password == null ? "" : password;
  }

  /** Unpooled connections; for tests and migrations. */
  public DataSource dataSource() {
    var dataSource = new org.postgresql.ds.PGSimpleDataSource();
    dataSource.setUrl(jdbcUrl());
    dataSource.setUser(USER);
    dataSource.setPassword(password());
    return dataSource;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.close();
    }
  }
}
