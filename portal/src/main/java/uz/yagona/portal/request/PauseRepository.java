package uz.yagona.portal.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PauseRepository {
  private static final String COLUMNS =
      "pause_id, request_id, asked_fields, started_at, cure_until, answered_at, ended_at";
  private static final String INSERT =
      """
      insert into portal.pause (pause_id, request_id, asked_fields, started_at, cure_until)
      values (:pauseId, :requestId, :askedFields, :startedAt, :cureUntil)
      """;
  private static final String FIND =
      """
      select %s from portal.pause where request_id = :requestId order by started_at desc
      """
          .formatted(COLUMNS);
  private static final String OPEN =
      """
      select %s from portal.pause where request_id = :requestId and ended_at is null
      """
          .formatted(COLUMNS);
  private static final String ANSWERED =
      """
      update portal.pause set answered_at = :at where pause_id = :pauseId and answered_at is null
      """;
  private static final String END =
      """
      update portal.pause set ended_at = :at where pause_id = :pauseId and ended_at is null
      """;

  private final JdbcClient jdbc;

  PauseRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Pause pause) {
    jdbc.sql(INSERT)
        .param("pauseId", pause.pauseId())
        .param("requestId", pause.requestId())
        .param("askedFields", pause.askedFields().toArray(String[]::new))
        .param("startedAt", pause.startedAt().atOffset(ZoneOffset.UTC))
        .param("cureUntil", pause.cureUntil().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Newest first. */
  List<Pause> find(UUID requestId) {
    return jdbc.sql(FIND).param("requestId", requestId).query(PauseRepository::pause).list();
  }

  Optional<Pause> open(UUID requestId) {
    return jdbc.sql(OPEN).param("requestId", requestId).query(PauseRepository::pause).optional();
  }

  void answered(UUID pauseId, Instant at) {
    jdbc.sql(ANSWERED).param("pauseId", pauseId).param("at", at.atOffset(ZoneOffset.UTC)).update();
  }

  void end(UUID pauseId, Instant at) {
    jdbc.sql(END).param("pauseId", pauseId).param("at", at.atOffset(ZoneOffset.UTC)).update();
  }

  private static Pause pause(ResultSet row, int index) throws SQLException {
    return new Pause(
        row.getObject("pause_id", UUID.class),
        row.getObject("request_id", UUID.class),
        List.of((String[]) row.getArray("asked_fields").getArray()),
        RequestRow.moment(row, "started_at"),
        RequestRow.moment(row, "cure_until"),
        RequestRow.momentOrNull(row, "answered_at"),
        RequestRow.momentOrNull(row, "ended_at"));
  }
}
