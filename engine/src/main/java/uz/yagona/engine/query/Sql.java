package uz.yagona.engine.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL text under construction, with its parameters in order. */
final class Sql {
  private final StringBuilder text = new StringBuilder(512);
  private final List<@Nullable Object> parameters = new ArrayList<>();

  /** Values for one {@code any(?)}. */
  record Values(String sqlType, Object[] items) {
    @Override
    public String toString() {
      return sqlType + Arrays.toString(items);
    }
  }

  Sql append(String more) {
    text.append(more);
    return this;
  }

  Sql parameter(@Nullable Object value) {
    parameters.add(value);
    return this;
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    var statement = connection.prepareStatement(text.toString());
    var index = 1;
    for (var parameter : parameters) {
      if (parameter instanceof Values values) {
        statement.setArray(index++, connection.createArrayOf(values.sqlType(), values.items()));
      } else {
        statement.setObject(index++, parameter);
      }
    }
    return statement;
  }

  @Override
  public String toString() {
    return text + " " + parameters;
  }
}
