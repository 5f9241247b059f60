package uz.yagona.signing.pki;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.pki_event}, a chain of hashes. */
@Repository
class PkiEventRepository {
  private static final String SELECT =
      """
      select position, at, actor, action, object, detail, previous, hash from signing.pki_event
      """;
  private static final String LAST = SELECT + "order by position desc limit 1";
  private static final String AFTER =
      SELECT + "where position > :after order by position limit :limit";
  private static final String BEFORE =
      SELECT + "where position < :before order by position desc limit :limit";
  private static final String BEFORE_OF_OBJECT =
      SELECT + "where object = :object and position < :before order by position desc limit :limit";
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('signing.pki_event', 0))";
  private static final String INSERT =
      """
      insert into signing.pki_event (position, at, actor, action, object, detail, previous, hash)
      values (:position, :at, :actor, :action, :object, :detail, :previous, :hash)
      """;

  private final JdbcClient jdbc;

  PkiEventRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  /** Adds an entry behind the last; others wait until the transaction ends. */
  void append(Instant at, String actor, String action, String object, String detail) {
    jdbc.sql(LOCK).query().listOfRows();
    var last = jdbc.sql(LAST).query(PkiEventRepository::map).optional();
    var event =
        PkiEvent.after(
            last.map(PkiEvent::position).orElse(0L) + 1,
            last.map(PkiEvent::hash).orElse(PkiEvent.START),
            at,
            actor,
            action,
            object,
            detail);
    jdbc.sql(INSERT)
        .param("position", event.position())
        .param("at", Times.utc(at))
        .param("actor", actor)
        .param("action", action)
        .param("object", object)
        .param("detail", detail)
        .param("previous", event.previous())
        .param("hash", event.hash())
        .update();
  }

  List<PkiEvent> after(long position, int limit) {
    return jdbc.sql(AFTER)
        .param("after", position)
        .param("limit", limit)
        .query(PkiEventRepository::map)
        .list();
  }

  /** The newest first; {@code object} is {@code null} for all. */
  List<PkiEvent> before(long position, int limit, @Nullable String object) {
    var query = jdbc.sql(object == null ? BEFORE : BEFORE_OF_OBJECT);
    return (object == null ? query : query.param("object", object))
        .param("before", position)
        .param("limit", limit)
        .query(PkiEventRepository::map)
        .list();
  }

  private static PkiEvent map(ResultSet row, int number) throws SQLException {
    return new PkiEvent(
        row.getLong("position"),
        Times.at(row, "at"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("object"),
        row.getString("detail"),
        row.getString("previous"),
        row.getString("hash"));
  }
}
