package uz.yagona.signing.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.attached_signature}: signatures beside the PDF. */
@Repository
class AttachedSignatureRepository {
  private static final String INSERT =
      """
      insert into signing.attached_signature
        (document_id, sha256, field, signer, subject_name, certificate_serial, input_sha256,
         claimed_at, checked_at, checker, simulated)
      values
        (:documentId, :sha256, :field, :signer, :subjectName, :certificateSerial, :inputSha256,
         :claimedAt, :checkedAt, :checker, :simulated)
      """;
  private static final String OF_DOCUMENT =
      """
      select sha256, field, signer, subject_name, certificate_serial, input_sha256, claimed_at,
             checked_at, checker, simulated
      from signing.attached_signature where document_id = :documentId order by checked_at, field
      """;

  private final JdbcClient jdbc;

  AttachedSignatureRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  void add(UUID documentId, AttachedSignature signature) {
    jdbc.sql(INSERT)
        .param("documentId", documentId)
        .param("sha256", signature.sha256())
        .param("field", signature.field())
        .param("signer", signature.signer())
        .param("subjectName", signature.subjectName())
        .param("certificateSerial", signature.certificateSerial())
        .param("inputSha256", signature.inputSha256())
        .param("claimedAt", Times.optionalUtc(signature.claimedAt()))
        .param("checkedAt", Times.utc(signature.checkedAt()))
        .param("checker", signature.checker())
        .param("simulated", signature.isSimulated())
        .update();
  }

  /** In the order in which they were checked. */
  List<AttachedSignature> of(UUID documentId) {
    return jdbc.sql(OF_DOCUMENT)
        .param("documentId", documentId)
        .query(AttachedSignatureRepository::map)
        .list();
  }

  private static AttachedSignature map(ResultSet row, int number) throws SQLException {
    return new AttachedSignature(
        row.getString("sha256"),
        row.getString("field"),
        row.getString("signer"),
        row.getString("subject_name"),
        row.getString("certificate_serial"),
        row.getString("input_sha256"),
        Times.optionalAt(row, "claimed_at"),
        Times.at(row, "checked_at"),
        row.getString("checker"),
        row.getBoolean("simulated"));
  }
}
