package uz.yagona.engine.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PgArray;

/** Several statements that go to the server in one round trip. */
final class Script {
  @SuppressWarnings("ArrayRecordComponent")
  private record Parameter(int arrayOid, byte[] bytes) {}

  private final StringBuilder sql = new StringBuilder();
  private final List<Parameter> parameters = new ArrayList<>();

  void append(String statement) {
    if (!sql.isEmpty()) {
      sql.append(";\n");
    }
    sql.append(statement);
  }

  /** Binds the next parameter: an array of one value of each row. */
  <R> void array(
      Columns.Type type, Collection<R> rows, Function<? super R, @Nullable Object> reader) {
    parameters.add(new Parameter(type.arrayOid(), ArrayBytes.of(type.elementOid(), rows, reader)));
  }

  /** Runs all; gives the single number that the first statement selects, {@code null} if no row. */
  @Nullable Long run(Connection connection) throws SQLException {
    var driver = connection.unwrap(BaseConnection.class);
    try (var statement = connection.prepareStatement(sql.toString())) {
      for (var i = 0; i < parameters.size(); i++) {
        var parameter = parameters.get(i);
        statement.setArray(i + 1, new PgArray(driver, parameter.arrayOid(), parameter.bytes()));
      }
      statement.execute();
      try (var first = statement.getResultSet()) {
        return number(first);
      } finally {
        drain(statement);
      }
    }
  }

  private static @Nullable Long number(@Nullable ResultSet row) throws SQLException {
    return row != null && row.next() ? row.getLong(1) : null;
  }

  private static void drain(PreparedStatement statement) throws SQLException {
    var more = true;
    while (more) {
      more = statement.getMoreResults() || statement.getUpdateCount() != -1;
    }
  }
}
