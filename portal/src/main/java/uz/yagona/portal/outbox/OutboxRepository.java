package uz.yagona.portal.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.portal.json.Json;

@Repository
class OutboxRepository {
  private static final String INSERT =
      """
      insert into portal.outbox
        (message_name, correlation_key, message_id, variables, time_to_live_seconds, created_at,
         next_attempt_at)
      values
        (:name, :correlationKey, :messageId, cast(:variables as jsonb), :timeToLive, :at, :at)
      on conflict (message_name, message_id) do nothing
      """;
  private static final String DUE =
      """
      select outbox_id, message_name, correlation_key, message_id, variables, time_to_live_seconds,
        attempts
      from portal.outbox o
      where delivered_at is null and next_attempt_at <= :now
        and not exists (
          select 1 from portal.outbox earlier
          where earlier.correlation_key = o.correlation_key and earlier.delivered_at is null
            and earlier.outbox_id < o.outbox_id)
      order by outbox_id limit :limit
      for update skip locked
      """;
  private static final String IS_ANY_DUE =
      """
      select exists (
        select 1 from portal.outbox where delivered_at is null and next_attempt_at <= :now)
      """;
  private static final String DELIVERED =
      """
      update portal.outbox set delivered_at = :at, attempts = attempts + 1, last_error = null
      where outbox_id = :outboxId
      """;
  private static final String FAILED =
      """
      update portal.outbox
      set attempts = attempts + 1, next_attempt_at = :next, last_error = :error
      where outbox_id = :outboxId
      """;
  private static final String COUNT_WAITING =
      """
      select count(*) from portal.outbox where delivered_at is null
      """;

  /** A message that is due. */
  record Due(long outboxId, int attempts, OutboxMessage message) {}

  private final JdbcClient jdbc;

  OutboxRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(OutboxMessage message, Instant at) {
    jdbc.sql(INSERT)
        .param("name", message.name())
        .param("correlationKey", message.correlationKey())
        .param("messageId", message.messageId())
        .param("variables", Json.write(message.variables()))
        .param("timeToLive", message.timeToLive().toSeconds())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Locks due messages, oldest first; of one correlation key only the oldest undelivered one. */
  List<Due> due(Instant now, int limit) {
    return jdbc.sql(DUE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(
            (row, index) ->
                new Due(
                    row.getLong("outbox_id"),
                    row.getInt("attempts"),
                    new OutboxMessage(
                        row.getString("message_name"),
                        row.getString("correlation_key"),
                        row.getString("message_id"),
                        Json.readObject(row.getString("variables")),
                        Duration.ofSeconds(row.getLong("time_to_live_seconds")))))
        .list();
  }

  boolean isAnyDue(Instant now) {
    return jdbc.sql(IS_ANY_DUE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  void delivered(long outboxId, Instant at) {
    jdbc.sql(DELIVERED)
        .param("outboxId", outboxId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void failed(long outboxId, Instant next, String error) {
    jdbc.sql(FAILED)
        .param("outboxId", outboxId)
        .param("next", next.atOffset(ZoneOffset.UTC))
        .param("error", error)
        .update();
  }

  int countWaiting() {
    return jdbc.sql(COUNT_WAITING).query(Integer.class).single();
  }
}
