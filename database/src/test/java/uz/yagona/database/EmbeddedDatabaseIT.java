package uz.yagona.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
  @Test
  void shouldKeepRowsOverARestartAndCommitDurably(@TempDir Path directory) throws SQLException {
    var data = directory.resolve("pg");
    try (var database = EmbeddedDatabase.start(data);
        var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table note (text text)");
      statement.execute("insert into note values ('kept')");
    }
    try (var database = EmbeddedDatabase.start(data);
        var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      var rows = statement.executeQuery("select text, current_setting('fsync') from note");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("kept");
      assertThat(rows.getString(2)).isEqualTo("on");
    }
  }
}
