package uz.yagona.signing.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.Language;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.document}. */
@Repository
class DocumentRepository {
  private static final String COLUMNS =
      """
      document_id, document_number, template, request_id, request_number, language, job_key,
      draft_sha256, signed_sha256, created_at, signed_at, superseded_by, open_signatures
      """;
  private static final String SELECT = "select " + COLUMNS + " from signing.document ";
  private static final String INSERT =
      """
      insert into signing.document
        (document_id, document_number, template, request_id, request_number, language, job_key,
         draft_sha256, created_at, open_signatures)
      values
        (:documentId, :documentNumber, :template, :requestId, :requestNumber, :language, :jobKey,
         :draftSha256, :createdAt, :openSignatures)
      """;
  private static final String SIGN =
      """
      update signing.document
      set signed_sha256 = :sha256, signed_at = :signedAt, open_signatures = :openSignatures
      where document_id = :documentId
      """;
  private static final String SUPERSEDE =
      """
      update signing.document set superseded_by = :documentId
      where request_id = :requestId and document_id <> :documentId and superseded_by is null
        and (:signedToo or signed_sha256 is null)
      """;
  private static final String FILE =
      """
      select document_id, signatures from (
        select document_id, 0 as signatures from signing.document where draft_sha256 = :sha256
        union all
        select document_id, position from signing.signature where output_sha256 = :sha256
        union all
        select document_id, signatures from signing.augmentation where output_sha256 = :sha256
      ) file
      order by signatures desc limit 1
      """;

  private static final String DIGESTS =
      """
      select draft_sha256 from signing.document where document_id = :documentId
      union select signed_sha256 from signing.document
        where document_id = :documentId and signed_sha256 is not null
      union select output_sha256 from signing.signature where document_id = :documentId
      union select output_sha256 from signing.augmentation where document_id = :documentId
      union select sha256 from signing.attached_signature where document_id = :documentId
      """;

  private final JdbcClient jdbc;

  DocumentRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  void add(Document document) {
    jdbc.sql(INSERT)
        .param("documentId", document.documentId())
        .param("documentNumber", document.documentNumber())
        .param("template", document.template())
        .param("requestId", document.requestId())
        .param("requestNumber", document.requestNumber())
        .param("language", document.language().tag())
        .param("jobKey", document.jobKey())
        .param("draftSha256", document.draftSha256())
        .param("createdAt", Times.utc(document.createdAt()))
        .param("openSignatures", document.openSignatures())
        .update();
  }

  /**
   * Puts the newest signed file on record; {@code signedAt} is the time of the newest signature.
   */
  void sign(UUID documentId, String sha256, Instant signedAt, int openSignatures) {
    jdbc.sql(SIGN)
        .param("documentId", documentId)
        .param("sha256", sha256)
        .param("signedAt", Times.utc(signedAt))
        .param("openSignatures", openSignatures)
        .update();
  }

  /** Lets {@code documentId} take the place of the request's other drafts, or documents. */
  void supersedeOthers(String requestId, UUID documentId, boolean signedToo) {
    jdbc.sql(SUPERSEDE)
        .param("requestId", requestId)
        .param("documentId", documentId)
        .param("signedToo", signedToo)
        .update();
  }

  Optional<Document> find(UUID documentId) {
    return jdbc.sql(SELECT + "where document_id = :documentId")
        .param("documentId", documentId)
        .query(DocumentRepository::map)
        .optional();
  }

  /** As {@link #find}; others that lock it wait until the transaction ends. */
  Optional<Document> lock(UUID documentId) {
    return jdbc.sql(SELECT + "where document_id = :documentId for update")
        .param("documentId", documentId)
        .query(DocumentRepository::map)
        .optional();
  }

  Optional<Document> madeBy(String requestId, long jobKey) {
    return jdbc.sql(SELECT + "where request_id = :requestId and job_key = :jobKey")
        .param("requestId", requestId)
        .param("jobKey", jobKey)
        .query(DocumentRepository::map)
        .optional();
  }

  List<Document> ofRequest(String requestId) {
    return jdbc.sql(SELECT + "where request_id = :requestId order by created_at")
        .param("requestId", requestId)
        .query(DocumentRepository::map)
        .list();
  }

  /** Digests of all files of a document: draft, each signed state, each raised one. */
  List<String> digests(UUID documentId) {
    return jdbc.sql(DIGESTS).param("documentId", documentId).query(String.class).list();
  }

  Optional<Document> withNumber(String documentNumber) {
    return jdbc.sql(SELECT + "where document_number = :documentNumber")
        .param("documentNumber", documentNumber)
        .query(DocumentRepository::map)
        .optional();
  }

  /** A file of any document with this digest. */
  Optional<FileOnRecord> file(String sha256) {
    return jdbc.sql(FILE)
        .param("sha256", sha256)
        .query(
            (row, number) ->
                new FileOnRecord(
                    find(row.getObject("document_id", UUID.class)).orElseThrow(),
                    row.getInt("signatures")))
        .optional();
  }

  private static Document map(ResultSet row, int number) throws SQLException {
    return new Document(
        row.getObject("document_id", UUID.class),
        row.getString("document_number"),
        row.getString("template"),
        row.getString("request_id"),
        row.getString("request_number"),
        Language.of(row.getString("language")),
        row.getLong("job_key"),
        row.getString("draft_sha256"),
        row.getString("signed_sha256"),
        Times.at(row, "created_at"),
        Times.optionalAt(row, "signed_at"),
        row.getObject("superseded_by", UUID.class),
        row.getInt("open_signatures"));
  }
}
