package uz.yagona.signing.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.signature}. */
@Repository
class SignatureRepository {
  private static final String INSERT =
      """
      insert into signing.signature
        (document_id, position, field, job_key, signer, signer_name, signer_position, level, reason,
         signed_at, certificate_serial, input_sha256, output_sha256, principal, substitution_id)
      values
        (:documentId,
         (select count(*) + 1 from signing.signature where document_id = :documentId),
         :field, :jobKey, :signer, :signerName, :signerPosition, :level, :reason,
         :signedAt, :certificateSerial, :inputSha256, :outputSha256, :principal, :substitutionId)
      """;
  private static final String OF_DOCUMENT =
      """
      select field, job_key, signer, signer_name, signer_position, level, reason, signed_at,
             certificate_serial, input_sha256, output_sha256, principal, substitution_id
      from signing.signature where document_id = :documentId order by position
      """;

  private final JdbcClient jdbc;

  SignatureRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  void add(UUID documentId, Signature signature) {
    jdbc.sql(INSERT)
        .param("documentId", documentId)
        .param("field", signature.field())
        .param("jobKey", signature.jobKey())
        .param("signer", signature.signer())
        .param("signerName", signature.signerName())
        .param("signerPosition", signature.signerPosition())
        .param("level", signature.level())
        .param("reason", signature.reason())
        .param("signedAt", Times.utc(signature.signedAt()))
        .param("certificateSerial", signature.certificateSerial())
        .param("inputSha256", signature.inputSha256())
        .param("outputSha256", signature.outputSha256())
        .param("principal", signature.principal())
        .param("substitutionId", signature.substitutionId())
        .update();
  }

  /** The document's signatures in the order in which they were made. */
  List<Signature> of(UUID documentId) {
    return jdbc.sql(OF_DOCUMENT)
        .param("documentId", documentId)
        .query(SignatureRepository::map)
        .list();
  }

  private static Signature map(ResultSet row, int number) throws SQLException {
    return new Signature(
        row.getString("field"),
        row.getLong("job_key"),
        row.getString("signer"),
        row.getString("signer_name"),
        row.getString("signer_position"),
        row.getString("level"),
        row.getString("reason"),
        Times.at(row, "signed_at"),
        row.getString("certificate_serial"),
        row.getString("input_sha256"),
        row.getString("output_sha256"),
        row.getString("principal"),
        row.getObject("substitution_id", UUID.class));
  }
}
