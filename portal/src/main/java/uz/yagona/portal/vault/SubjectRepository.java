package uz.yagona.portal.vault;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SubjectRepository {
  private static final String INSERT =
      """
      insert into portal.vault_subject (subject_id, wrapped_key, created_at)
      values (:subjectId, :wrappedKey, :createdAt)
      """;
  private static final String FIND_KEY =
      """
      select wrapped_key from portal.vault_subject
      where subject_id = :subjectId and wrapped_key is not null
      """;
  private static final String ERASE =
      """
      update portal.vault_subject set wrapped_key = null, erased_at = :at
      where subject_id = :subjectId and wrapped_key is not null
      """;

  private final JdbcClient jdbc;

  SubjectRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID subjectId, byte[] wrappedKey, Instant createdAt) {
    jdbc.sql(INSERT)
        .param("subjectId", subjectId)
        .param("wrappedKey", wrappedKey)
        .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Empty for an unknown or an erased person. */
  Optional<byte[]> findKey(UUID subjectId) {
    return jdbc.sql(FIND_KEY)
        .param("subjectId", subjectId)
        .query((row, index) -> row.getBytes(1))
        .optional();
  }

  boolean erase(UUID subjectId, Instant at) {
    return jdbc.sql(ERASE)
            .param("subjectId", subjectId)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
