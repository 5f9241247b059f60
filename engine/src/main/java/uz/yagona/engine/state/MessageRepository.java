package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.TEXT;
import static uz.yagona.engine.state.Columns.Type.TEXTS;
import static uz.yagona.engine.state.Columns.Type.TIME;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code message}. */
final class MessageRepository {
  private static final Columns<MessageRow> COLUMNS =
      new Columns<MessageRow>("engine.message", "message_key")
          .fixed("message_key", BIGINT, MessageRow::key)
          .fixed("name", TEXT, message -> message.address().name())
          .fixed("correlation_key", TEXT, message -> message.address().correlationKey())
          .fixed("message_id", TEXT, MessageRow::messageId)
          .fixed("variables", TEXT, MessageRow::variables)
          .fixed("published_at", TIME, MessageRow::publishedAt)
          .fixed("expires_at", TIME, MessageRow::expiresAt)
          .changing("correlated_process_ids", TEXTS, MessageRow::correlatedProcessIds);
  private static final String LOAD =
      """
      select m.message_key, m.name, m.correlation_key, m.message_id, m.variables, m.published_at, m.expires_at,
        m.correlated_process_ids
      from unnest(:names::text[], :correlationKeys::text[]) as wanted (name, correlation_key)
      join engine.message m on m.correlation_key = wanted.correlation_key and m.name = wanted.name
      order by m.message_key
      """;
  private static final String EXPIRE =
      """
      delete from engine.message
      where message_key in (
        select message_key from engine.message where expires_at <= :now order by expires_at limit :limit)
      """;
  private static final String NEXT_EXPIRY = "select min(expires_at) from engine.message";

  private final JdbcClient jdbc;
  final Changes<MessageRow> changes;

  MessageRepository(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    changes = new Changes<>(journal);
  }

  /** Buffered messages with one of these addresses, oldest first; expired ones too. */
  List<MessageRow> load(Collection<MessageAddress> addresses) {
    return jdbc.sql(LOAD)
        .param("names", addresses.stream().map(MessageAddress::name).toArray(String[]::new))
        .param(
            "correlationKeys",
            addresses.stream().map(MessageAddress::correlationKey).toArray(String[]::new))
        .query((row, index) -> read(row))
        .list();
  }

  private MessageRow read(ResultSet row) throws SQLException {
    var message =
        new MessageRow(
            row.getLong("message_key"),
            new MessageAddress(row.getString("name"), row.getString("correlation_key")),
            row.getString("message_id"),
            row.getString("variables"),
            Rows.time(row, "published_at"),
            Rows.time(row, "expires_at"),
            new LinkedHashSet<>(Json.list(row.getArray("correlated_process_ids"))));
    changes.adopt(message);
    return message;
  }

  /** Removes messages whose time is over, at most {@code limit}; gives their number. */
  int expire(Instant now, int limit) {
    return jdbc.sql(EXPIRE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .update();
  }

  Optional<Instant> nextExpiry() {
    return Rows.optionalInstant(jdbc.sql(NEXT_EXPIRY));
  }

  void write(Script script) {
    COLUMNS.delete(script, changes.deleted());
    COLUMNS.insert(script, changes.inserted());
    COLUMNS.update(script, changes.updated());
  }
}
