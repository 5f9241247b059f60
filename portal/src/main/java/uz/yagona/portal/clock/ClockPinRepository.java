package uz.yagona.portal.clock;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClockPinRepository {
  private static final String SELECT =
      """
      select pinned_at from portal.clock_pin
      """;
  private static final String UPSERT =
      """
      insert into portal.clock_pin (pinned_at) values (:pinnedAt)
      on conflict (only_row) do update set pinned_at = excluded.pinned_at
      """;
  private static final String DELETE =
      """
      delete from portal.clock_pin
      """;

  private final JdbcClient jdbc;

  ClockPinRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Instant> find() {
    return jdbc.sql(SELECT).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
  }

  void pin(Instant at) {
    jdbc.sql(UPSERT).param("pinnedAt", at.atOffset(ZoneOffset.UTC)).update();
  }

  void release() {
    jdbc.sql(DELETE).update();
  }
}
