package uz.yagona.signing.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;

/** Table {@code signing.document_content}: files by their SHA-256. */
@Repository
class ContentRepository {
  private static final String INSERT =
      """
      insert into signing.document_content (sha256, content, created_at)
      values (:sha256, :content, :createdAt)
      on conflict (sha256) do nothing
      """;
  private static final String SELECT =
      "select content from signing.document_content where sha256 = :sha256 and erased_at is null";
  private static final String ERASE =
      """
      update signing.document_content set content = ''::bytea, erased_at = :at
      where sha256 = any (:digests) and erased_at is null
      """;

  private final JdbcClient jdbc;

  ContentRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  /** Stores the file unless it is there; gives its digest. */
  String add(byte[] content, Instant createdAt) {
    var sha256 = Sha256.of(content);
    jdbc.sql(INSERT)
        .param("sha256", sha256)
        .param("content", content)
        .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
        .update();
    return sha256;
  }

  /** Empties the files with these digests for good. */
  void erase(Collection<String> digests, Instant at) {
    jdbc.sql(ERASE)
        .param("digests", digests.toArray(String[]::new))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Empty for an unknown and for an erased file. */
  Optional<byte[]> find(String sha256) {
    return jdbc.sql(SELECT).param("sha256", sha256).query(byte[].class).optional();
  }
}
