package uz.yagona.signing.pki;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.ca_operation}. */
@Repository
class CaOperationRepository {
  private static final String SELECT =
      """
      select operation_id, kind, user_name, display_name, holder_office, serial, identity_kind, months,
             requested_by, requested_at, state, decided_by, refusal, result_serial, public_key
      from signing.ca_operation
      """;
  private static final String INSERT =
      """
      insert into signing.ca_operation
        (operation_id, kind, user_name, display_name, holder_office, serial, identity_kind, months,
         requested_by, requested_at, state, public_key)
      values
        (:operationId, :kind, :userName, :displayName, :position, :serial, :identityKind, :months,
         :requestedBy, :requestedAt, 'REQUESTED', :publicKey)
      """;
  private static final String DECIDE =
      """
      update signing.ca_operation
      set state = :state, decided_by = :decidedBy, decided_at = :decidedAt, refusal = :refusal,
          result_serial = :resultSerial
      where operation_id = :operationId
      """;

  private final JdbcClient jdbc;

  CaOperationRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  void add(CaOperation operation) {
    jdbc.sql(INSERT)
        .param("operationId", operation.operationId())
        .param("kind", operation.kind().name())
        .param("userName", operation.userName())
        .param("displayName", operation.displayName())
        .param("position", operation.position())
        .param("serial", operation.serial())
        .param("identityKind", operation.identityKind())
        .param("months", operation.months())
        .param("requestedBy", operation.requestedBy())
        .param("requestedAt", Times.utc(operation.requestedAt()))
        .param("publicKey", operation.publicKey())
        .update();
  }

  /** Others that lock it wait until the transaction ends. */
  Optional<CaOperation> lock(UUID operationId) {
    return jdbc.sql(SELECT + "where operation_id = :operationId for update")
        .param("operationId", operationId)
        .query(CaOperationRepository::map)
        .optional();
  }

  List<CaOperation> in(CaOperation.State state) {
    return jdbc.sql(SELECT + "where state = :state order by requested_at limit 500")
        .param("state", state.name())
        .query(CaOperationRepository::map)
        .list();
  }

  void done(UUID operationId, String decidedBy, Instant at, String resultSerial) {
    decide(operationId, CaOperation.State.DONE, decidedBy, at, null, resultSerial);
  }

  void refuse(UUID operationId, String decidedBy, Instant at, String refusal) {
    decide(operationId, CaOperation.State.REFUSED, decidedBy, at, refusal, null);
  }

  private void decide(
      UUID operationId,
      CaOperation.State state,
      String decidedBy,
      Instant at,
      @Nullable String refusal,
      @Nullable String resultSerial) {
    jdbc.sql(DECIDE)
        .param("operationId", operationId)
        .param("state", state.name())
        .param("decidedBy", decidedBy)
        .param("decidedAt", Times.utc(at))
        .param("refusal", refusal)
        .param("resultSerial", resultSerial)
        .update();
  }

  private static CaOperation map(ResultSet row, int number) throws SQLException {
    return new CaOperation(
        row.getObject("operation_id", UUID.class),
        CaOperation.Kind.valueOf(row.getString("kind")),
        row.getString("user_name"),
        row.getString("display_name"),
        row.getString("holder_office"),
        row.getString("serial"),
        row.getString("identity_kind"),
        row.getObject("months", Integer.class),
        row.getString("requested_by"),
        Times.at(row, "requested_at"),
        CaOperation.State.valueOf(row.getString("state")),
        row.getString("decided_by"),
        row.getString("refusal"),
        row.getString("result_serial"),
        row.getBytes("public_key"));
  }
}
