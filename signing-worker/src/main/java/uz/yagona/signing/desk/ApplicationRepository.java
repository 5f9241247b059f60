package uz.yagona.signing.desk;

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

/** Table {@code signing.application}; what became of an operation is read beside it. */
@Repository
class ApplicationRepository {
  private static final String SELECT =
      """
      select a.application_id, a.kind, a.user_name, a.display_name, a.holder_office, a.serial,
             a.months, a.reason, a.applied_at, a.taken_by, a.identity_kind, a.operation_id,
             a.closed_by, a.closed_at, a.refusal, o.state as operation_state,
             o.decided_by as operation_by, o.decided_at as operation_at,
             o.refusal as operation_refusal, o.result_serial
      from signing.application a
      left join signing.ca_operation o on o.operation_id = a.operation_id
      """;
  private static final String OPEN =
      SELECT
          + """
          where a.closed_at is null and (o.state is null or o.state = 'REQUESTED')
          order by a.applied_at limit 500
          """;
  private static final String CLOSED =
      SELECT
          + """
          where a.closed_at is not null or o.state <> 'REQUESTED'
          order by a.applied_at desc limit 100
          """;
  private static final String INSERT =
      """
      insert into signing.application
        (application_id, kind, user_name, display_name, holder_office, serial, months, reason, applied_at)
      values
        (:applicationId, :kind, :userName, :displayName, :position, :serial, :months, :reason, :appliedAt)
      """;
  private static final String TAKE =
      """
      update signing.application set taken_by = :officer, taken_at = :at
      where application_id = :applicationId
      """;
  private static final String CHECKED =
      """
      update signing.application set identity_kind = :identityKind, operation_id = :operationId
      where application_id = :applicationId
      """;
  private static final String CLOSE =
      """
      update signing.application
      set closed_by = :officer, closed_at = :at, refusal = :refusal,
          identity_kind = coalesce(cast(:identityKind as text), identity_kind)
      where application_id = :applicationId
      """;
  private static final String LOCK_USER =
      "select pg_advisory_xact_lock(hashtextextended('signing.application:' || :userName, 0))";

  private final JdbcClient jdbc;

  ApplicationRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  void add(Application application) {
    jdbc.sql(INSERT)
        .param("applicationId", application.applicationId())
        .param("kind", application.kind().name())
        .param("userName", application.userName())
        .param("displayName", application.displayName())
        .param("position", application.position())
        .param("serial", application.serial())
        .param("months", application.months())
        .param("reason", application.reason())
        .param("appliedAt", Times.utc(application.appliedAt()))
        .update();
  }

  /** Makes other applications of this holder wait until the end of the transaction. */
  void lockHolder(String userName) {
    jdbc.sql(LOCK_USER).param("userName", userName).query().listOfRows();
  }

  Optional<Application> find(UUID applicationId) {
    return one(applicationId, "");
  }

  /** Others that lock it wait until the transaction ends. */
  Optional<Application> lock(UUID applicationId) {
    return one(applicationId, " for update of a");
  }

  private Optional<Application> one(UUID applicationId, String locking) {
    return jdbc.sql(SELECT + "where a.application_id = :applicationId" + locking)
        .param("applicationId", applicationId)
        .query(ApplicationRepository::map)
        .optional();
  }

  /** Those that somebody must still act on, the oldest first; at most 500. */
  List<Application> open() {
    return jdbc.sql(OPEN).query(ApplicationRepository::map).list();
  }

  /** Those that are done or refused, the newest first; at most 100. */
  List<Application> closed() {
    return jdbc.sql(CLOSED).query(ApplicationRepository::map).list();
  }

  /** Of a holder, the newest first; at most 100. */
  List<Application> of(String userName) {
    return jdbc.sql(SELECT + "where a.user_name = :userName order by a.applied_at desc limit 100")
        .param("userName", userName)
        .query(ApplicationRepository::map)
        .list();
  }

  void take(UUID applicationId, String officer, Instant at) {
    jdbc.sql(TAKE)
        .param("applicationId", applicationId)
        .param("officer", officer)
        .param("at", Times.utc(at))
        .update();
  }

  void checked(UUID applicationId, String identityKind, UUID operationId) {
    jdbc.sql(CHECKED)
        .param("applicationId", applicationId)
        .param("identityKind", identityKind)
        .param("operationId", operationId)
        .update();
  }

  /** Ends it; {@code refusal} is {@code null} when what was asked for is done. */
  void close(
      UUID applicationId,
      String officer,
      Instant at,
      @Nullable String refusal,
      @Nullable String identityKind) {
    jdbc.sql(CLOSE)
        .param("applicationId", applicationId)
        .param("officer", officer)
        .param("at", Times.utc(at))
        .param("refusal", refusal)
        .param("identityKind", identityKind)
        .update();
  }

  private static Application map(ResultSet row, int number) throws SQLException {
    var isClosed = row.getObject("closed_at") != null;
    var own = isClosed ? "" : "operation_";
    return new Application(
        row.getObject("application_id", UUID.class),
        Application.Kind.valueOf(row.getString("kind")),
        row.getString("user_name"),
        row.getString("display_name"),
        row.getString("holder_office"),
        row.getString("serial"),
        row.getObject("months", Integer.class),
        row.getString("reason"),
        Times.at(row, "applied_at"),
        row.getString("taken_by"),
        row.getString("identity_kind"),
        row.getObject("operation_id", UUID.class),
        state(row, isClosed),
        row.getString(isClosed ? "closed_by" : "operation_by"),
        Times.optionalAt(row, isClosed ? "closed_at" : "operation_at"),
        row.getString(own + "refusal"),
        row.getString("result_serial"));
  }

  private static Application.State state(ResultSet row, boolean isClosed) throws SQLException {
    if (isClosed) {
      return row.getString("refusal") == null ? Application.State.DONE : Application.State.REFUSED;
    }
    @Nullable String operation = row.getString("operation_state");
    if (operation != null) {
      return operation.equals("REQUESTED")
          ? Application.State.CHECKED
          : Application.State.valueOf(operation);
    }
    return row.getString("taken_by") == null ? Application.State.WAITING : Application.State.TAKEN;
  }
}
