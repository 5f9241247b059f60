package uz.yagona.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times on their way to and from {@code timestamptz} and JSON: always in UTC. */
public final class Times {
  private Times() {}

  public static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  /** {@code null} for {@code null}. */
  public static @Nullable OffsetDateTime optionalUtc(@Nullable Instant time) {
    return time == null ? null : utc(time);
  }

  /** A column that is never null. */
  public static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** {@code null} for a null column. */
  public static @Nullable Instant optionalAt(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
