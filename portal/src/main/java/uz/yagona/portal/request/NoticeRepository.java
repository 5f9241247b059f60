package uz.yagona.portal.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoticeRepository {
  private static final String INSERT =
      """
      insert into portal.notice
        (notice_id, request_id, user_name, template, idempotency_key, created_at)
      values (:noticeId, :requestId, :userName, :template, :idempotencyKey, :createdAt)
      on conflict (request_id, idempotency_key) do nothing
      """;
  private static final String OF_USER =
      """
      select n.notice_id, n.request_id, r.number, n.template, n.created_at, n.read_at
      from portal.notice n
      join portal.request r on r.request_id = n.request_id
      where n.user_name = :userName
      order by n.created_at desc limit :limit
      """;
  private static final String COUNT_UNREAD =
      """
      select count(*) from portal.notice where user_name = :userName and read_at is null
      """;
  private static final String MARK_READ =
      """
      update portal.notice set read_at = :at where user_name = :userName and read_at is null
      """;

  private final JdbcClient jdbc;

  NoticeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when one with this key is there already. */
  boolean insert(Request request, String template, String idempotencyKey, Instant at) {
    return jdbc.sql(INSERT)
            .param("noticeId", UUID.randomUUID())
            .param("requestId", request.requestId())
            .param("userName", request.applicant())
            .param("template", template)
            .param("idempotencyKey", idempotencyKey)
            .param("createdAt", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Newest first. */
  List<Notice> ofUser(String userName, int limit) {
    return jdbc.sql(OF_USER)
        .param("userName", userName)
        .param("limit", limit)
        .query(
            (row, index) ->
                new Notice(
                    row.getObject("notice_id", UUID.class),
                    row.getObject("request_id", UUID.class),
                    row.getString("number"),
                    row.getString("template"),
                    RequestRow.moment(row, "created_at"),
                    RequestRow.momentOrNull(row, "read_at")))
        .list();
  }

  int countUnread(String userName) {
    return jdbc.sql(COUNT_UNREAD).param("userName", userName).query(Integer.class).single();
  }

  void markRead(String userName, Instant at) {
    jdbc.sql(MARK_READ)
        .param("userName", userName)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
