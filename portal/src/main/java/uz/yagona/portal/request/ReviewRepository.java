package uz.yagona.portal.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReviewRepository {
  private static final String COLUMNS =
      "task_key, request_id, author, outcome, answers_id, stored_at";
  private static final String UPSERT =
      """
      insert into portal.review (task_key, request_id, author, outcome, answers_id, stored_at)
      values (:taskKey, :requestId, :author, :outcome, :answersId, :storedAt)
      on conflict (task_key) do update set
        author = excluded.author, outcome = excluded.outcome, answers_id = excluded.answers_id,
        stored_at = excluded.stored_at
      """;
  private static final String FIND =
      """
      select %s from portal.review where task_key = :taskKey
      """
          .formatted(COLUMNS);
  private static final String OF_REQUEST =
      """
      select %s from portal.review where request_id = :requestId order by stored_at, task_key
      """
          .formatted(COLUMNS);
  private static final String DELETE =
      """
      delete from portal.review where task_key = :taskKey
      """;

  /** A review before its texts are opened. */
  record Row(
      String taskKey,
      UUID requestId,
      String author,
      String outcome,
      @Nullable UUID answersId,
      Instant storedAt) {}

  private final JdbcClient jdbc;

  ReviewRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(Row row) {
    jdbc.sql(UPSERT)
        .param("taskKey", row.taskKey())
        .param("requestId", row.requestId())
        .param("author", row.author())
        .param("outcome", row.outcome())
        .param("answersId", row.answersId())
        .param("storedAt", row.storedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Row> find(String taskKey) {
    return jdbc.sql(FIND).param("taskKey", taskKey).query(ReviewRepository::row).optional();
  }

  /** Oldest first. */
  List<Row> ofRequest(UUID requestId) {
    return jdbc.sql(OF_REQUEST).param("requestId", requestId).query(ReviewRepository::row).list();
  }

  void delete(String taskKey) {
    jdbc.sql(DELETE).param("taskKey", taskKey).update();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getString("task_key"),
        row.getObject("request_id", UUID.class),
        row.getString("author"),
        row.getString("outcome"),
        row.getObject("answers_id", UUID.class),
        RequestRow.moment(row, "stored_at"));
  }
}
