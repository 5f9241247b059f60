package uz.yagona.portal.request;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EscalationRepository {
  private static final String INSERT =
      """
      insert into portal.escalation
        (escalation_id, request_id, level, recipient, is_overdue, idempotency_key, at)
      values (:escalationId, :requestId, :level, :recipient, :overdue, :idempotencyKey, :at)
      on conflict (request_id, idempotency_key) do nothing
      """;
  private static final String FIND =
      """
      select level, recipient, is_overdue, at from portal.escalation
      where request_id = :requestId order by at, level
      """;

  private final JdbcClient jdbc;

  EscalationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when one with this key is there already. */
  boolean insert(UUID requestId, Escalation escalation, String idempotencyKey) {
    return jdbc.sql(INSERT)
            .param("escalationId", UUID.randomUUID())
            .param("requestId", requestId)
            .param("level", escalation.level())
            .param("recipient", escalation.recipient())
            .param("overdue", escalation.overdue())
            .param("idempotencyKey", idempotencyKey)
            .param("at", escalation.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  List<Escalation> find(UUID requestId) {
    return jdbc.sql(FIND)
        .param("requestId", requestId)
        .query(
            (row, index) ->
                new Escalation(
                    row.getInt("level"),
                    row.getString("recipient"),
                    row.getBoolean("is_overdue"),
                    RequestRow.moment(row, "at")))
        .list();
  }
}
