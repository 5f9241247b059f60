package uz.yagona.engine.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several statements that go to the server in one round trip. */
final class Script {
  private record Parameter(String type, @Nullable Object[] values) {}

  private final StringBuilder sql = new StringBuilder();
  private final List<Parameter> parameters = new ArrayList<>();

  void append(String statement) {
    if (!sql.isEmpty()) {
      sql.append(";\n");
    }
    sql.append(statement);
  }

  void array(String type, @Nullable Object... values) {
    parameters.add(new Parameter(type, values));
  }

  /** Runs all; gives the single number that the first statement selects, {@code null} if no row. */
  @Nullable Long run(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(sql.toString())) {
      for (var i = 0; i < parameters.size(); i++) {
        var parameter = parameters.get(i);
        statement.setArray(i + 1, connection.createArrayOf(parameter.type(), parameter.values()));
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
