package uz.yagona.portal.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ErasureRepository {
  private static final String COLUMNS =
      """
      erasure_id, user_name, subject_id, ground, state, asked_by, asked_at, first_by, first_at,
      second_by, second_at, refusal, value_count, file_count, document_count""";
  private static final String INSERT =
      """
      insert into portal.erasure
        (erasure_id, user_name, subject_id, ground, state, asked_by, asked_at, first_by, first_at)
      values
        (:erasureId, :userName, :subjectId, :ground, :state, :askedBy, :askedAt, :firstBy, :firstAt)
      on conflict (subject_id) where state in ('REQUESTED', 'CONFIRMED') do nothing
      """;
  private static final String FIND =
      """
      select %s from portal.erasure where erasure_id = :erasureId
      """
          .formatted(COLUMNS);
  private static final String LOCK =
      """
      select %s from portal.erasure where erasure_id = :erasureId for update
      """
          .formatted(COLUMNS);
  private static final String LATEST =
      """
      select %s from portal.erasure where subject_id = :subjectId order by asked_at desc limit 1
      """
          .formatted(COLUMNS);
  private static final String NEWEST =
      """
      select %s from portal.erasure order by asked_at desc limit :limit
      """
          .formatted(COLUMNS);
  private static final String CONFIRM =
      """
      update portal.erasure set state = 'CONFIRMED', first_by = :officer, first_at = :at
      where erasure_id = :erasureId
      """;
  private static final String FINISH =
      """
      update portal.erasure
      set state = 'DONE', second_by = :officer, second_at = :at, value_count = :values,
        file_count = :files, document_count = :documents
      where erasure_id = :erasureId
      """;
  private static final String REFUSE =
      """
      update portal.erasure
      set state = 'REFUSED', refusal = :refusal,
        first_by = coalesce(first_by, :officer), first_at = coalesce(first_at, :at)
      where erasure_id = :erasureId
      """;

  private final JdbcClient jdbc;

  ErasureRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds it; false when one is open for this person already. */
  boolean insert(Erasure erasure) {
    return jdbc.sql(INSERT)
            .param("erasureId", erasure.erasureId())
            .param("userName", erasure.userName())
            .param("subjectId", erasure.subjectId())
            .param("ground", erasure.ground().name())
            .param("state", erasure.state().name())
            .param("askedBy", erasure.askedBy())
            .param("askedAt", utc(erasure.askedAt()))
            .param("firstBy", erasure.firstBy())
            .param("firstAt", erasure.firstAt() == null ? null : utc(erasure.firstAt()))
            .update()
        == 1;
  }

  Optional<Erasure> find(UUID erasureId) {
    return one(FIND, erasureId);
  }

  /** The row, locked until the transaction ends. */
  Optional<Erasure> lock(UUID erasureId) {
    return one(LOCK, erasureId);
  }

  private Optional<Erasure> one(String sql, UUID erasureId) {
    return jdbc.sql(sql).param("erasureId", erasureId).query(ErasureRepository::erasure).optional();
  }

  Optional<Erasure> latestOf(UUID subjectId) {
    return jdbc.sql(LATEST)
        .param("subjectId", subjectId)
        .query(ErasureRepository::erasure)
        .optional();
  }

  List<Erasure> newest(int limit) {
    return jdbc.sql(NEWEST).param("limit", limit).query(ErasureRepository::erasure).list();
  }

  void confirm(UUID erasureId, String officer, Instant at) {
    jdbc.sql(CONFIRM)
        .param("erasureId", erasureId)
        .param("officer", officer)
        .param("at", utc(at))
        .update();
  }

  void finish(UUID erasureId, String officer, Instant at, Erasure.Lost lost) {
    jdbc.sql(FINISH)
        .param("erasureId", erasureId)
        .param("officer", officer)
        .param("at", utc(at))
        .param("values", lost.values())
        .param("files", lost.files())
        .param("documents", lost.documents())
        .update();
  }

  void refuse(UUID erasureId, String officer, Instant at, String refusal) {
    jdbc.sql(REFUSE)
        .param("erasureId", erasureId)
        .param("officer", officer)
        .param("at", utc(at))
        .param("refusal", refusal)
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Erasure erasure(ResultSet row, int index) throws SQLException {
    var state = ErasureState.valueOf(row.getString("state"));
    return new Erasure(
        row.getObject("erasure_id", UUID.class),
        row.getString("user_name"),
        row.getObject("subject_id", UUID.class),
        ErasureGround.valueOf(row.getString("ground")),
        state,
        row.getString("asked_by"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getString("first_by"),
        instant(row, "first_at"),
        row.getString("second_by"),
        instant(row, "second_at"),
        row.getString("refusal"),
        state == ErasureState.DONE
            ? new Erasure.Lost(
                row.getInt("value_count"), row.getInt("file_count"), row.getInt("document_count"))
            : null);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
