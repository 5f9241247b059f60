package uz.yagona.portal.vault;

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
class SubjectRepository {
  private static final String INSERT =
      """
      insert into portal.vault_subject (subject_id, wrapped_key, master_fingerprint, created_at)
      values (:subjectId, :wrappedKey, :masterFingerprint, :createdAt)
      """;
  private static final String FIND_KEY =
      """
      select subject_id, wrapped_key, master_fingerprint from portal.vault_subject
      where subject_id = :subjectId and wrapped_key is not null
      """;
  private static final String ERASE =
      """
      update portal.vault_subject set wrapped_key = null, erased_at = :at
      where subject_id = :subjectId and wrapped_key is not null
      """;

  private static final String LOCK_OTHERS =
      """
      select subject_id, wrapped_key, master_fingerprint from portal.vault_subject
      where wrapped_key is not null and master_fingerprint <> :fingerprint
      order by subject_id limit :limit for update skip locked
      """;
  private static final String REWRAP =
      """
      update portal.vault_subject
      set wrapped_key = :wrappedKey, master_fingerprint = :fingerprint
      where subject_id = :subjectId
      """;
  private static final String PROGRESS =
      """
      select count(*) filter (where master_fingerprint = :fingerprint) as done,
        count(*) filter (where master_fingerprint <> :fingerprint) as "left"
      from portal.vault_subject where wrapped_key is not null
      """;

  /** A person's key as it is stored. */
  record Wrapped(UUID subjectId, byte[] wrappedKey, String masterFingerprint) {}

  private final JdbcClient jdbc;

  SubjectRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Wrapped key, Instant createdAt) {
    jdbc.sql(INSERT)
        .param("subjectId", key.subjectId())
        .param("wrappedKey", key.wrappedKey())
        .param("masterFingerprint", key.masterFingerprint())
        .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Empty for an unknown or an erased person. */
  Optional<Wrapped> findKey(UUID subjectId) {
    return jdbc.sql(FIND_KEY)
        .param("subjectId", subjectId)
        .query(SubjectRepository::wrapped)
        .optional();
  }

  /** Keys that another master key than this wraps, locked; rows that others hold are left out. */
  List<Wrapped> lockOthers(String fingerprint, int limit) {
    return jdbc.sql(LOCK_OTHERS)
        .param("fingerprint", fingerprint)
        .param("limit", limit)
        .query(SubjectRepository::wrapped)
        .list();
  }

  void rewrap(UUID subjectId, byte[] wrappedKey, String fingerprint) {
    jdbc.sql(REWRAP)
        .param("subjectId", subjectId)
        .param("wrappedKey", wrappedKey)
        .param("fingerprint", fingerprint)
        .update();
  }

  KeyRotation.Progress progress(String fingerprint) {
    return jdbc.sql(PROGRESS)
        .param("fingerprint", fingerprint)
        .query((row, index) -> new KeyRotation.Progress(row.getLong("done"), row.getLong("left")))
        .single();
  }

  private static Wrapped wrapped(ResultSet row, int index) throws SQLException {
    return new Wrapped(
        row.getObject("subject_id", UUID.class),
        row.getBytes("wrapped_key"),
        row.getString("master_fingerprint"));
  }

  boolean erase(UUID subjectId, Instant at) {
    return jdbc.sql(ERASE)
            .param("subjectId", subjectId)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
