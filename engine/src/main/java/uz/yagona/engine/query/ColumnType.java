package uz.yagona.engine.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How a column's values are read from JSON, bound to SQL, and shown in JSON. */
public enum ColumnType {
  /** A number of the engine; a string in JSON. */
  KEY("bigint") {
    @Override
    Object bind(String field, Object value) {
      var text = value.toString();
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException e) {
        throw new InvalidSearchException(
            "Expected a key, a whole number, for '%s', but got '%s'".formatted(field, text));
      }
    }

    @Override
    @Nullable Object show(ResultSet row, int index) throws SQLException {
      return row.getString(index);
    }
  },
  TEXT("text") {
    @Override
    Object bind(String field, Object value) {
      return value.toString();
    }

    @Override
    @Nullable Object show(ResultSet row, int index) throws SQLException {
      return row.getString(index);
    }
  },
  /** Variable values: JSON text, as a string. */
  JSON_TEXT("text") {
    @Override
    Object bind(String field, Object value) {
      return value.toString();
    }

    @Override
    @Nullable Object show(ResultSet row, int index) throws SQLException {
      return row.getString(index);
    }
  },
  INTEGER("integer") {
    @Override
    Object bind(String field, Object value) {
      if (value instanceof Integer number) {
        return number;
      }
      throw new InvalidSearchException(
          "Expected a whole number for '%s', but got '%s'".formatted(field, value));
    }

    @Override
    @Nullable Object show(ResultSet row, int index) throws SQLException {
      var number = row.getInt(index);
      return row.wasNull() ? null : number;
    }
  },
  BOOLEAN("boolean") {
    @Override
    Object bind(String field, Object value) {
      if (value instanceof Boolean) {
        return value;
      }
      throw new InvalidSearchException(
          "Expected true or false for '%s', but got '%s'".formatted(field, value));
    }

    @Override
    @Nullable Object show(ResultSet row, int index) throws SQLException {
      var is = row.getBoolean(index);
      return row.wasNull() ? null : is;
    }
  },
  TIME("timestamptz") {
    @Override
    Object bind(String field, Object value) {
      try {
        return OffsetDateTime.parse(value.toString());
      } catch (DateTimeParseException e) {
        throw new InvalidSearchException(
            "Expected an ISO-8601 time with offset for '%s', but got '%s'".formatted(field, value));
      }
    }

    @Override
    @Nullable Object show(ResultSet row, int index) throws SQLException {
      var time = row.getObject(index, OffsetDateTime.class);
      return time == null ? null : format(time.toInstant());
    }
  },
  TEXTS("text") {
    @Override
    Object bind(String field, Object value) {
      return value.toString();
    }

    @Override
    @Nullable Object show(ResultSet row, int index) throws SQLException {
      var array = row.getArray(index);
      return array == null
          ? List.of()
          : Arrays.stream((Object[]) array.getArray()).map(Object::toString).toList();
    }
  },
  /** A JSON document, shown as it is; never compared. */
  JSON("jsonb") {
    @Override
    Object bind(String field, Object value) {
      throw new InvalidSearchException(
          "Expected a field to compare, but got '%s'".formatted(field));
    }

    @Override
    @Nullable Object show(ResultSet row, int index) throws SQLException {
      var text = row.getString(index);
      return text == null ? null : JSON_READER.readValue(text, Object.class);
    }
  };

  private static final JsonMapper JSON_READER = JsonMapper.shared();
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private final String sqlType;

  ColumnType(String sqlType) {
    this.sqlType = sqlType;
  }

  String sqlType() {
    return sqlType;
  }

  static String format(Instant time) {
    return MILLISECONDS.format(time);
  }

  /**
   * @throws InvalidSearchException when the value is of another type
   */
  abstract Object bind(String field, Object value);

  abstract @Nullable Object show(ResultSet row, int index) throws SQLException;
}
