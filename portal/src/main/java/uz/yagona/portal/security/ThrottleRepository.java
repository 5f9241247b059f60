package uz.yagona.portal.security;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ThrottleRepository {
  private static final String FIND =
      """
      select failures, last_failure_at from portal.sign_in_throttle where throttle_key = :key
      """;
  private static final String COUNT =
      """
      insert into portal.sign_in_throttle (throttle_key, failures, first_failure_at, last_failure_at)
      values (:key, 1, :at, :at)
      on conflict (throttle_key) do update set
        failures = case when portal.sign_in_throttle.last_failure_at < :forgotten then 1
          else portal.sign_in_throttle.failures + 1 end,
        last_failure_at = excluded.last_failure_at
      """;
  private static final String CLEAR =
      """
      delete from portal.sign_in_throttle where throttle_key = :key or last_failure_at < :forgotten
      """;

  /** Failures so far under one key. */
  record Failures(int count, Instant last) {}

  private final JdbcClient jdbc;

  ThrottleRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Failures> find(String key) {
    return jdbc.sql(FIND)
        .param("key", key)
        .query(
            (row, index) ->
                new Failures(
                    row.getInt("failures"),
                    row.getObject("last_failure_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** Adds a failure; the count starts anew when the last one is older than {@code forgotten}. */
  void count(String key, Instant at, Instant forgotten) {
    jdbc.sql(COUNT)
        .param("key", key)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("forgotten", forgotten.atOffset(ZoneOffset.UTC))
        .update();
  }

  void clear(String key, Instant forgotten) {
    jdbc.sql(CLEAR)
        .param("key", key)
        .param("forgotten", forgotten.atOffset(ZoneOffset.UTC))
        .update();
  }
}
