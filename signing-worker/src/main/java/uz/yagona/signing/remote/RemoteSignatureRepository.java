package uz.yagona.signing.remote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.remote_signature}. */
@Repository
class RemoteSignatureRepository {
  private static final String INSERT =
      """
      insert into signing.remote_signature
        (remote_signature_id, method, document_id, process_instance_key, user_task_key, signer,
         input_sha256, certificate_serial, prepared_at, expires_at, data_to_sign, state)
      values
        (:id, :method, :documentId, :processInstanceKey, :userTaskKey, :signer,
         :inputSha256, :certificateSerial, :preparedAt, :expiresAt, :dataToSign, 'PREPARED')
      """;
  private static final String SELECT =
      """
      select remote_signature_id, method, document_id, process_instance_key, user_task_key, signer,
             input_sha256, certificate_serial, prepared_at, expires_at, data_to_sign, state,
             signature_value, check_result
      from signing.remote_signature where remote_signature_id = :id
      """;
  private static final String GIVE =
      """
      update signing.remote_signature
      set state = 'GIVEN', signature_value = :value, check_result = cast(:finding as jsonb),
          certificate_serial = coalesce(certificate_serial, :certificateSerial)
      where remote_signature_id = :id and state = 'PREPARED' and expires_at > :at
      """;
  private static final String USE =
      """
      update signing.remote_signature set state = 'USED', signature_value = null, job_key = :jobKey
      where remote_signature_id = :id and state = 'GIVEN'
      """;
  private static final String DELETE_EXPIRED =
      "delete from signing.remote_signature where state = 'PREPARED' and expires_at < :before";

  private final JdbcClient jdbc;

  RemoteSignatureRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  void add(RemoteSignature signature) {
    jdbc.sql(INSERT)
        .param("id", signature.remoteSignatureId())
        .param("method", signature.method().name())
        .param("documentId", signature.documentId())
        .param("processInstanceKey", signature.processInstanceKey())
        .param("userTaskKey", signature.userTaskKey())
        .param("signer", signature.signer())
        .param("inputSha256", signature.inputSha256())
        .param("certificateSerial", signature.certificateSerial())
        .param("preparedAt", Times.utc(signature.preparedAt()))
        .param("expiresAt", Times.utc(signature.expiresAt()))
        .param("dataToSign", signature.dataToSign())
        .update();
  }

  Optional<RemoteSignature> find(UUID id) {
    return jdbc.sql(SELECT).param("id", id).query(RemoteSignatureRepository::map).optional();
  }

  /** Keeps what the person gave; {@code false} when it is given, used or expired. */
  boolean give(UUID id, byte[] value, @Nullable EImzoFinding finding, Instant at) {
    return jdbc.sql(GIVE)
            .param("id", id)
            .param("value", value)
            .param(
                "finding", finding == null ? null : JsonMapper.shared().writeValueAsString(finding))
            .param("certificateSerial", finding == null ? null : finding.certificateSerial())
            .param("at", Times.utc(at))
            .update()
        == 1;
  }

  /** Spends it for a job; {@code false} when it is not there to be spent. */
  boolean use(UUID id, long jobKey) {
    return jdbc.sql(USE).param("id", id).param("jobKey", jobKey).update() == 1;
  }

  /** Removes what nobody signed in time. */
  void deleteExpired(Instant before) {
    jdbc.sql(DELETE_EXPIRED).param("before", Times.utc(before)).update();
  }

  private static RemoteSignature map(ResultSet row, int number) throws SQLException {
    var finding = row.getString("check_result");
    return new RemoteSignature(
        row.getObject("remote_signature_id", UUID.class),
        RemoteMethod.valueOf(row.getString("method")),
        row.getObject("document_id", UUID.class),
        row.getLong("process_instance_key"),
        row.getLong("user_task_key"),
        row.getString("signer"),
        row.getString("input_sha256"),
        row.getString("certificate_serial"),
        Times.at(row, "prepared_at"),
        Times.at(row, "expires_at"),
        row.getBytes("data_to_sign"),
        RemoteSignature.State.valueOf(row.getString("state")),
        row.getBytes("signature_value"),
        finding == null ? null : JsonMapper.shared().readValue(finding, EImzoFinding.class));
  }
}
