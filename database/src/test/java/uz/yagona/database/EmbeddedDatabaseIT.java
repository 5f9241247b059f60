package uz.yagona.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
  @Test
  void shouldKeepRowsOverARestartAndCommitDurably(@TempDir Path directory) throws SQLException {
    var data = directory.resolve("pg");
    try (var database = EmbeddedDatabase.start(data, "it's secret");
        var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table note (text text)");
      statement.execute("insert into note values ('kept')");
    }
    try (var database = EmbeddedDatabase.start(data, "it's secret");
        var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      var rows = statement.executeQuery("select text, current_setting('fsync') from note");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("kept");
      assertThat(rows.getString(2)).isEqualTo("on");
    }
  }

  @Test
  void shouldRefuseAConnectionWithoutThePassword(@TempDir Path directory) {
    try (var database = EmbeddedDatabase.start(directory.resolve("pg"), "right")) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void shouldTakeOverFromAServerThatOutlivedItsProcess(@TempDir Path directory) throws Exception {
    var data = directory.resolve("pg");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var killed =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                KilledProcess.class.getName(),
                data.toString())
            .inheritIO()
            .start();
    assertThat(killed.waitFor()).isEqualTo(137);
    var pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    assertThat(ProcessHandle.of(pid)).isPresent();
    try (var database = EmbeddedDatabase.start(data, "secret");
        var connection = database.dataSource().getConnection()) {
      assertThat(connection.isValid(5)).isTrue();
      assertThat(ProcessHandle.of(pid)).isEmpty();
    }
  }

  @Test
  void shouldRefuseASecondServerOnTheSameFiles(@TempDir Path directory) {
    var data = directory.resolve("pg");
    try (var database = EmbeddedDatabase.start(data, "secret")) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(data, "secret"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another process uses them");
      assertThat(database.jdbcUrl()).startsWith("jdbc:postgresql://localhost:");
    }
  }

  /** Starts a server and ends as {@code kill -9} would: nothing is closed. */
  static final class KilledProcess {
    private KilledProcess() {}

    public static void main(String[] arguments) {
      var database = EmbeddedDatabase.start(Path.of(arguments[0]), "secret");
      Runtime.getRuntime().halt(database.password().isEmpty() ? 1 : 137);
    }
  }
}
