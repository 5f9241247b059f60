package uz.yagona.signing.document;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningProperties.Storage.Location;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.document_content}: files by their SHA-256, and where their bytes are. */
@Repository
class ContentRepository {
  private static final String INSERT =
      """
      insert into signing.document_content (sha256, content, location, created_at)
      values (:sha256, :content, :location, :createdAt)
      on conflict (sha256) do nothing
      """;
  private static final String SELECT =
      "select content from signing.document_content where sha256 = :sha256 and erased_at is null";
  private static final String LOCATION =
      "select location from signing.document_content where sha256 = :sha256 and erased_at is null";
  private static final String EXISTS =
      "select exists (select from signing.document_content where sha256 = :sha256)";
  private static final String EMPTY =
      """
      update signing.document_content set content = ''::bytea
      where sha256 = any (:digests) and location = 'DATABASE'
      """;
  private static final String ERASED =
      """
      update signing.document_content set erased_at = :at
      where sha256 = any (:digests) and erased_at is null
      """;
  private static final String IN_USE =
      """
      select sha256 from signing.document_content
      where sha256 = any (:digests) and location = 'S3' and erased_at is null
      """;
  private static final String LOCK_SHARED =
      "select pg_advisory_xact_lock_shared(hashtextextended('signing.document_content', 0))";
  private static final String LOCK_ALONE =
      "select pg_advisory_xact_lock(hashtextextended('signing.document_content', 0))";

  private final JdbcClient jdbc;

  ContentRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  /** A row with its bytes, unless there is one. */
  void add(String sha256, byte[] content, Instant createdAt) {
    insert(sha256, content, Location.DATABASE, createdAt);
  }

  /** A row whose bytes are in the bucket, unless there is one. */
  void addElsewhere(String sha256, Instant createdAt) {
    insert(sha256, null, Location.S3, createdAt);
  }

  private void insert(
      String sha256, byte @Nullable [] content, Location location, Instant createdAt) {
    jdbc.sql(INSERT)
        .param("sha256", sha256)
        .param("content", content)
        .param("location", location.name())
        .param("createdAt", Times.utc(createdAt))
        .update();
  }

  boolean exists(String sha256) {
    return jdbc.sql(EXISTS).param("sha256", sha256).query(Boolean.class).single();
  }

  /** Empty for an unknown and for an erased file. */
  Optional<Location> location(String sha256) {
    return jdbc.sql(LOCATION)
        .param("sha256", sha256)
        .query(String.class)
        .optional()
        .map(Location::valueOf);
  }

  /** Bytes in the row; empty for an unknown and for an erased file. */
  Optional<byte[]> find(String sha256) {
    return jdbc.sql(SELECT).param("sha256", sha256).query(byte[].class).optional();
  }

  /** Destroys bytes that lie in rows. */
  void empty(Collection<String> digests) {
    jdbc.sql(EMPTY).param("digests", digests.toArray(String[]::new)).update();
  }

  /** Notes that the bytes of these files are destroyed. */
  void erased(Collection<String> digests, Instant at) {
    jdbc.sql(ERASED)
        .param("digests", digests.toArray(String[]::new))
        .param("at", Times.utc(at))
        .update();
  }

  /** Those that a row says to be in the bucket. */
  Set<String> inUse(List<String> digests) {
    return new HashSet<>(
        jdbc.sql(IN_USE)
            .param("digests", digests.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** Until the transaction ends, nobody removes what has no row yet. */
  void holdOffRemoval() {
    jdbc.sql(LOCK_SHARED).query(row -> {});
  }

  /** Until the transaction ends, nobody is between an object and its row. */
  void awaitRows() {
    jdbc.sql(LOCK_ALONE).query(row -> {});
  }
}
