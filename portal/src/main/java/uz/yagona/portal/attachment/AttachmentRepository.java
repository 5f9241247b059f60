package uz.yagona.portal.attachment;

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
class AttachmentRepository {
  private static final String COLUMNS =
      "attachment_id, subject_id, field_id, sealed_name, media_type, size, sha256, added_at";
  private static final String INSERT =
      """
      insert into portal.attachment
        (attachment_id, draft_id, subject_id, field_id, sealed_name, media_type, size, sha256,
         sealed_content, added_at)
      values
        (:attachmentId, :draftId, :subjectId, :fieldId, :sealedName, :mediaType, :size, :sha256,
         :sealedContent, :addedAt)
      """;
  private static final String OF_DRAFT =
      """
      select %s from portal.attachment where draft_id = :draftId order by added_at, attachment_id
      """
          .formatted(COLUMNS);
  private static final String OF_REQUEST =
      """
      select %s from portal.attachment where request_id = :requestId order by added_at, attachment_id
      """
          .formatted(COLUMNS);
  private static final String CONTENT =
      """
      select sealed_content from portal.attachment where attachment_id = :attachmentId
      """;
  private static final String DELETE =
      """
      delete from portal.attachment where draft_id = :draftId and attachment_id = :attachmentId
      """;
  private static final String DESTROY =
      """
      update portal.attachment set sealed_name = ''::bytea, sealed_content = ''::bytea, sha256 = ''
      where subject_id = :subjectId
      """;
  private static final String HAND_OVER =
      """
      update portal.attachment set request_id = :requestId, draft_id = null where draft_id = :draftId
      """;

  /** A row without the bytes. */
  record Row(
      UUID attachmentId,
      UUID subjectId,
      String fieldId,
      byte[] sealedName,
      String mediaType,
      long size,
      String sha256,
      Instant addedAt) {}

  private final JdbcClient jdbc;

  AttachmentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID draftId, Row row, byte[] sealedContent) {
    jdbc.sql(INSERT)
        .param("attachmentId", row.attachmentId())
        .param("draftId", draftId)
        .param("subjectId", row.subjectId())
        .param("fieldId", row.fieldId())
        .param("sealedName", row.sealedName())
        .param("mediaType", row.mediaType())
        .param("size", row.size())
        .param("sha256", row.sha256())
        .param("sealedContent", sealedContent)
        .param("addedAt", row.addedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Row> ofDraft(UUID draftId) {
    return jdbc.sql(OF_DRAFT).param("draftId", draftId).query(AttachmentRepository::row).list();
  }

  List<Row> ofRequest(UUID requestId) {
    return jdbc.sql(OF_REQUEST)
        .param("requestId", requestId)
        .query(AttachmentRepository::row)
        .list();
  }

  Optional<byte[]> content(UUID attachmentId) {
    return jdbc.sql(CONTENT)
        .param("attachmentId", attachmentId)
        .query((row, index) -> row.getBytes(1))
        .optional();
  }

  void delete(UUID draftId, UUID attachmentId) {
    jdbc.sql(DELETE).param("draftId", draftId).param("attachmentId", attachmentId).update();
  }

  int destroy(UUID subjectId) {
    return jdbc.sql(DESTROY).param("subjectId", subjectId).update();
  }

  void handOver(UUID draftId, UUID requestId) {
    jdbc.sql(HAND_OVER).param("draftId", draftId).param("requestId", requestId).update();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getObject("attachment_id", UUID.class),
        row.getObject("subject_id", UUID.class),
        row.getString("field_id"),
        row.getBytes("sealed_name"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getString("sha256"),
        row.getObject("added_at", OffsetDateTime.class).toInstant());
  }
}
