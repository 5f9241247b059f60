package uz.yagona.portal.breakglass;

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
class EmergencyRepository {
  private static final String COLUMNS =
      """
      grant_id, user_name, request_id, reason, reference, granted_at, expires_at, reviewed_by,
      reviewed_at, verdict""";
  private static final String INSERT =
      """
      insert into portal.break_glass
        (grant_id, user_name, request_id, reason, reference, granted_at, expires_at)
      values (:grantId, :userName, :requestId, :reason, :reference, :grantedAt, :expiresAt)
      """;
  private static final String RUNNING =
      """
      select %s from portal.break_glass where user_name = :userName and expires_at > :now
      order by expires_at desc
      """
          .formatted(COLUMNS);
  private static final String TO_REVIEW =
      """
      select %s from portal.break_glass where reviewed_by is null order by granted_at limit :limit
      """
          .formatted(COLUMNS);
  private static final String REVIEWED =
      """
      select %s from portal.break_glass where reviewed_by is not null
      order by reviewed_at desc limit :limit
      """
          .formatted(COLUMNS);
  private static final String FIND =
      """
      select %s from portal.break_glass where grant_id = :grantId
      """
          .formatted(COLUMNS);
  private static final String REVIEW =
      """
      update portal.break_glass
      set reviewed_by = :auditor, reviewed_at = :at, verdict = :verdict
      where grant_id = :grantId and reviewed_by is null
      """;

  private final JdbcClient jdbc;

  EmergencyRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Emergency one) {
    jdbc.sql(INSERT)
        .param("grantId", one.grantId())
        .param("userName", one.userName())
        .param("requestId", one.requestId())
        .param("reason", one.reason().name())
        .param("reference", one.reference())
        .param("grantedAt", one.grantedAt().atOffset(ZoneOffset.UTC))
        .param("expiresAt", one.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Rights of this reader that have not run out; the longest first. */
  List<Emergency> running(String userName, Instant now) {
    return jdbc.sql(RUNNING)
        .param("userName", userName)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(EmergencyRepository::emergency)
        .list();
  }

  /** Oldest first. */
  List<Emergency> toReview(int limit) {
    return jdbc.sql(TO_REVIEW).param("limit", limit).query(EmergencyRepository::emergency).list();
  }

  /** Newest first. */
  List<Emergency> reviewed(int limit) {
    return jdbc.sql(REVIEWED).param("limit", limit).query(EmergencyRepository::emergency).list();
  }

  Optional<Emergency> find(UUID grantId) {
    return jdbc.sql(FIND)
        .param("grantId", grantId)
        .query(EmergencyRepository::emergency)
        .optional();
  }

  /** Writes the verdict; false when there is one already. */
  boolean review(UUID grantId, String auditor, Instant at, String verdict) {
    return jdbc.sql(REVIEW)
            .param("grantId", grantId)
            .param("auditor", auditor)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("verdict", verdict)
            .update()
        == 1;
  }

  private static Emergency emergency(ResultSet row, int index) throws SQLException {
    @Nullable OffsetDateTime reviewedAt = row.getObject("reviewed_at", OffsetDateTime.class);
    return new Emergency(
        row.getObject("grant_id", UUID.class),
        row.getString("user_name"),
        row.getObject("request_id", UUID.class),
        EmergencyReason.valueOf(row.getString("reason")),
        row.getString("reference"),
        row.getObject("granted_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getString("reviewed_by"),
        reviewedAt == null ? null : reviewedAt.toInstant(),
        row.getString("verdict"));
  }
}
