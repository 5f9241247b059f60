package uz.yagona.portal.request;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.portal.json.Json;

@Repository
class EventRepository {
  private static final String INSERT =
      """
      insert into portal.request_event (request_id, at, kind, actor, detail, idempotency_key)
      values (:requestId, :at, :kind, :actor, cast(:detail as jsonb), :idempotencyKey)
      on conflict (request_id, idempotency_key) do nothing
      """;
  private static final String FIND =
      """
      select at, kind, actor, detail from portal.request_event
      where request_id = :requestId order by event_id
      """;

  private final JdbcClient jdbc;

  EventRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds the entry, unless one with the same key is there. */
  void insert(UUID requestId, TimelineEntry entry, @Nullable String idempotencyKey) {
    jdbc.sql(INSERT)
        .param("requestId", requestId)
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("kind", entry.kind().name())
        .param("actor", entry.actor())
        .param("detail", Json.write(entry.detail()))
        .param("idempotencyKey", idempotencyKey)
        .update();
  }

  /** Oldest first. */
  List<TimelineEntry> find(UUID requestId) {
    return jdbc.sql(FIND)
        .param("requestId", requestId)
        .query(
            (row, index) ->
                new TimelineEntry(
                    RequestRow.moment(row, "at"),
                    EventKind.valueOf(row.getString("kind")),
                    row.getString("actor"),
                    Json.readTexts(row.getString("detail"))))
        .list();
  }
}
