package uz.yagona.portal.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DraftRepository {
  private static final String COLUMNS =
      "draft_id, user_name, service_code, request_id, subject_id, sealed_values, updated_at";
  private static final String OF_SERVICE =
      """
      select %s from portal.draft
      where user_name = :userName and service_code = :serviceCode and request_id is null
      """
          .formatted(COLUMNS);
  private static final String OF_REQUEST =
      """
      select %s from portal.draft where user_name = :userName and request_id = :requestId
      """
          .formatted(COLUMNS);
  private static final String OF_USER =
      """
      select %s from portal.draft where user_name = :userName and request_id is null
      order by updated_at desc
      """
          .formatted(COLUMNS);
  private static final String INSERT =
      """
      insert into portal.draft
        (draft_id, user_name, service_code, request_id, subject_id, sealed_values, updated_at)
      values
        (:draftId, :userName, :serviceCode, :requestId, :subjectId, :sealedValues, :updatedAt)
      on conflict do nothing
      """;
  private static final String UPDATE =
      """
      update portal.draft set sealed_values = :sealedValues, updated_at = :updatedAt
      where draft_id = :draftId
      """;
  private static final String LOCK =
      """
      select draft_id from portal.draft where draft_id = :draftId for update
      """;
  private static final String DELETE =
      """
      delete from portal.draft where draft_id = :draftId
      """;

  private static final String DELETE_ALL =
      """
      delete from portal.draft where subject_id = :subjectId
      """;

  private final JdbcClient jdbc;

  DraftRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<UnfinishedForm> ofService(String userName, String serviceCode) {
    return jdbc.sql(OF_SERVICE)
        .param("userName", userName)
        .param("serviceCode", serviceCode)
        .query(DraftRepository::draft)
        .optional();
  }

  Optional<UnfinishedForm> ofRequest(String userName, UUID requestId) {
    return jdbc.sql(OF_REQUEST)
        .param("userName", userName)
        .param("requestId", requestId)
        .query(DraftRepository::draft)
        .optional();
  }

  /** New requests that the person has begun, the last one first. */
  List<UnfinishedForm> ofUser(String userName) {
    return jdbc.sql(OF_USER).param("userName", userName).query(DraftRepository::draft).list();
  }

  /** Adds the draft, unless the person has one of that kind. */
  void insert(UnfinishedForm draft) {
    jdbc.sql(INSERT)
        .param("draftId", draft.draftId())
        .param("userName", draft.userName())
        .param("serviceCode", draft.serviceCode())
        .param("requestId", draft.requestId())
        .param("subjectId", draft.subjectId())
        .param("sealedValues", draft.sealedValues())
        .param("updatedAt", draft.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void update(UUID draftId, byte[] sealedValues, Instant updatedAt) {
    jdbc.sql(UPDATE)
        .param("draftId", draftId)
        .param("sealedValues", sealedValues)
        .param("updatedAt", updatedAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whether the draft is still there; if so, nobody else can send or drop it until the commit. */
  boolean lock(UUID draftId) {
    return jdbc.sql(LOCK).param("draftId", draftId).query(UUID.class).optional().isPresent();
  }

  void delete(UUID draftId) {
    jdbc.sql(DELETE).param("draftId", draftId).update();
  }

  void deleteAll(UUID subjectId) {
    jdbc.sql(DELETE_ALL).param("subjectId", subjectId).update();
  }

  private static UnfinishedForm draft(ResultSet row, int index) throws SQLException {
    return new UnfinishedForm(
        row.getObject("draft_id", UUID.class),
        row.getString("user_name"),
        row.getString("service_code"),
        row.getObject("request_id", UUID.class),
        row.getObject("subject_id", UUID.class),
        row.getBytes("sealed_values"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
