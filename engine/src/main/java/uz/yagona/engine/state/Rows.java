package uz.yagona.engine.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads columns that several tables share. */
final class Rows {
  private Rows() {}

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant optionalTime(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** The one time that a query gives, if any. */
  static Optional<Instant> optionalInstant(JdbcClient.StatementSpec query) {
    return query
        .query((row, index) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  static @Nullable Long number(ResultSet row, String column) throws SQLException {
    var number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  static ElementInstance.Progress progress(
      ResultSet row, int loopCounter, @Nullable Long incidentKey, @Nullable Long calledInstanceKey)
      throws SQLException {
    return new ElementInstance.Progress(
        time(row, "start_date"),
        loopCounter,
        Phase.valueOf(row.getString("phase")),
        Json.object(row.getString("engine_state")),
        row.getBoolean("continuation"),
        incidentKey,
        calledInstanceKey);
  }
}
