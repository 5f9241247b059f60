package uz.yagona.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The system under test, and its database where that is known. */
final class Target implements AutoCloseable {
  private final CamundaClient client;
  private final @Nullable Connection database;

  private Target(CamundaClient client, @Nullable Connection database) {
    this.client = client;
    this.database = database;
  }

  static Target open(Options options) throws SQLException {
    var builder =
        CamundaClient.newClientBuilder()
            .applyEnvironmentVariableOverrides(false)
            .restAddress(URI.create(options.text("rest", "http://localhost:8080")))
            .grpcAddress(URI.create(options.text("grpc", "http://localhost:26500")))
            .preferRestOverGrpc(!options.text("protocol", "grpc").equals("grpc"))
            .defaultRequestTimeout(Duration.ofMinutes(1))
            .numJobWorkerExecutionThreads(options.number("job-threads", 2))
            .maxHttpConnections(64);
    if (options.has("password")) {
      builder.credentialsProvider(
          new BasicAuthCredentialsProviderBuilder()
              .applyEnvironmentOverrides(false)
              .username(options.text("user", "api"))
              .password(options.text("password", ""))
              .build());
    }
    return new Target(builder.build(), database(options));
  }

  private static @Nullable Connection database(Options options) throws SQLException {
    return options.has("jdbc")
        ? DriverManager.getConnection(
            options.text("jdbc", ""),
            options.text("db-user", "postgres"),
            options.text("db-password", ""))
        : null;
  }

  CamundaClient client() {
    return client;
  }

  /** Position in the write-ahead log in bytes; -1 when the database is not known. */
  long walBytes() {
    return read("select (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint");
  }

  /** Commits of the database so far; -1 when it is not known. */
  long commits() {
    return read("select xact_commit from pg_stat_database where datname = current_database()");
  }

  /** Bytes of the engine's tables and indexes; -1 when the database is not known. */
  long engineBytes() {
    return read(
        "select sum(pg_total_relation_size(c.oid))::bigint from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname = 'engine' and c.relkind = 'r'");
  }

  private long read(String sql) {
    if (database == null) {
      return -1;
    }
    try (var statement = database.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("Expected to read the database's counters", e);
    }
  }

  void deploy(String name, String xml) {
    client.newDeployResourceCommand().addResourceStringUtf8(xml, name + ".bpmn").send().join();
  }

  @Override
  public void close() throws SQLException {
    client.close();
    if (database != null) {
      database.close();
    }
  }
}
