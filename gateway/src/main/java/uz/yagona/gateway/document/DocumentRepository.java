package uz.yagona.gateway.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uz.yagona.gateway.GatewayDatabase;

/** Rows of {@code gateway.document} with their parts and links. */
@Component("gatewayDocumentRepository")
final class DocumentRepository {
  private static final String COLUMNS =
      """
      d.document_id, d.content_hash, d.size, d.content_type, d.file_name, d.process_definition_id,
        d.process_instance_key, d.custom_properties, d.expires_at
      """;
  private static final String INSERT =
      """
      insert into gateway.document
        (document_id, content_hash, size, content_type, file_name, process_definition_id,
         process_instance_key, custom_properties, created_by, created_at, expires_at)
      values (:id, '', 0, :contentType, :fileName, :definition, :instance, :properties, :caller,
        :now, :expiresAt)
      on conflict do nothing""";
  private static final String INSERT_PART =
      """
      insert into gateway.document_part (document_id, part_number, content)
      values (:id, :number, :content)""";
  private static final String SEAL =
      """
      update gateway.document set content_hash = :hash, size = :size where document_id = :id""";
  private static final String FIND =
      "select "
          + COLUMNS
          + """
          from gateway.document d
          where d.document_id = :id and (d.expires_at is null or d.expires_at > :now)""";
  private static final String FIND_BY_LINK =
      "select "
          + COLUMNS
          + """
          from gateway.document_link l join gateway.document d using (document_id)
          where l.token_hash = :token and l.expires_at > :now
            and (d.expires_at is null or d.expires_at > :now)""";
  private static final String PART =
      """
      select content from gateway.document_part
      where document_id = :id and part_number = :number""";
  private static final String DELETE =
      """
      delete from gateway.document
      where document_id = :id and (expires_at is null or expires_at > :now)""";
  private static final String DELETE_EXPIRED =
      """
      delete from gateway.document where document_id in (
        select document_id from gateway.document where expires_at <= :now limit :limit)""";
  private static final String DELETE_LINKS =
      "delete from gateway.document_link where expires_at <= :now";
  private static final String INSERT_LINK =
      """
      insert into gateway.document_link (token_hash, document_id, expires_at)
      values (:token, :id, :expiresAt)""";

  private final JdbcClient jdbc;

  DocumentRepository(GatewayDatabase database) {
    jdbc = database.jdbc();
  }

  /** Whether the id was free. The document has no content yet: call inside a transaction. */
  boolean insert(Document document, String caller, Instant now) {
    var inserted =
        jdbc.sql(INSERT)
            .param("id", document.documentId())
            .param("contentType", document.contentType())
            .param("fileName", document.fileName())
            .param("definition", document.processDefinitionId())
            .param("instance", document.processInstanceKey())
            .param("properties", document.customProperties())
            .param("caller", caller)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("expiresAt", expiry(document.expiresAt()))
            .update();
    return inserted > 0;
  }

  private static @Nullable Object expiry(@Nullable Instant expiresAt) {
    return expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC);
  }

  void insertPart(String id, int number, byte[] content) {
    jdbc.sql(INSERT_PART)
        .param("id", id)
        .param("number", number)
        .param("content", content)
        .update();
  }

  /** Sets what is known once the whole content was read. */
  void seal(String id, String hash, long size) {
    jdbc.sql(SEAL).param("id", id).param("hash", hash).param("size", size).update();
  }

  /** A document that has not expired. */
  Optional<Document> find(String id, Instant now) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Document.class)
        .optional();
  }

  Optional<Document> findByLink(byte[] tokenHash, Instant now) {
    return jdbc.sql(FIND_BY_LINK)
        .param("token", tokenHash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Document.class)
        .optional();
  }

  /** A piece of the content; empty behind the last, and when the document was deleted. */
  Optional<byte[]> part(String id, int number) {
    return jdbc.sql(PART).param("id", id).param("number", number).query(byte[].class).optional();
  }

  boolean delete(String id, Instant now) {
    var statement = jdbc.sql(DELETE).param("id", id).param("now", now.atOffset(ZoneOffset.UTC));
    return statement.update() > 0;
  }

  void insertLink(byte[] tokenHash, String id, Instant expiresAt) {
    jdbc.sql(INSERT_LINK)
        .param("token", tokenHash)
        .param("id", id)
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** How many of at most {@code limit} expired documents were removed. */
  int deleteExpired(Instant now, int limit) {
    var at = now.atOffset(ZoneOffset.UTC);
    jdbc.sql(DELETE_LINKS).param("now", at).update();
    return jdbc.sql(DELETE_EXPIRED).param("now", at).param("limit", limit).update();
  }
}
