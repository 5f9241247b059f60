package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.BOOLEAN;
import static uz.yagona.engine.state.Columns.Type.TEXT;
import static uz.yagona.engine.state.Columns.Type.TIME;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.definition.ProcessDefinition;

/** Table {@code message_subscription}: those of element instances, and those of start events. */
final class MessageSubscriptionRepository {
  private static final Columns<MessageSubscription> COLUMNS =
      new Columns<MessageSubscription>("engine.message_subscription", "message_subscription_key")
          .fixed("message_subscription_key", BIGINT, MessageSubscription::key)
          .changing("state", TEXT, subscription -> subscription.state.get())
          .fixed("message_name", TEXT, subscription -> subscription.address().name())
          .fixed("correlation_key", TEXT, s -> s.address().correlationKey())
          .fixed("process_definition_key", BIGINT, s -> s.process().definition().key())
          .fixed("process_definition_id", TEXT, s -> s.process().definition().id())
          .fixed("process_instance_key", BIGINT, subscription -> subscription.process().key())
          .fixed("root_process_instance_key", BIGINT, s -> s.process().rootKey())
          .fixed("element_instance_key", BIGINT, subscription -> subscription.owner().key())
          .fixed("element_id", TEXT, MessageSubscription::elementId)
          .fixed("interrupting", BOOLEAN, MessageSubscription::isInterrupting)
          .changing("last_updated_date", TIME, s -> s.lastUpdated.get());
  private static final Columns<StartSubscription> STARTS =
      new Columns<StartSubscription>("engine.message_subscription", "message_subscription_key")
          .fixed("message_subscription_key", BIGINT, StartSubscription::key)
          .changing("state", TEXT, subscription -> subscription.state.get())
          .fixed("message_name", TEXT, StartSubscription::name)
          .fixed("process_definition_key", BIGINT, s -> s.definition().key())
          .fixed("process_definition_id", TEXT, s -> s.definition().id())
          .fixed("element_id", TEXT, StartSubscription::elementId)
          .fixed("interrupting", BOOLEAN, subscription -> true)
          .fixed("last_updated_date", TIME, StartSubscription::opened);
  private static final String LOAD =
      """
      select message_subscription_key, element_instance_key, message_name, correlation_key, element_id,
        interrupting, last_updated_date
      from engine.message_subscription
      where process_instance_key = any (:keys) and state = 'CREATED'
      order by message_subscription_key
      """;
  private static final String WAITING =
      """
      select s.message_name, s.correlation_key, s.process_definition_id, s.message_subscription_key,
        s.process_instance_key
      from unnest(:names::text[], :correlationKeys::text[]) as wanted (name, correlation_key)
      cross join lateral (
        select message_name, correlation_key, process_definition_id, message_subscription_key,
          process_instance_key,
          row_number() over (partition by process_definition_id order by message_subscription_key) as place
        from engine.message_subscription
        where correlation_key = wanted.correlation_key and message_name = wanted.name
          and state = 'CREATED' and process_instance_key is not null) s
      where s.place <= :size
      order by s.message_subscription_key
      """;
  private static final String WAITING_AFTER =
      """
      select message_name, correlation_key, process_definition_id, message_subscription_key,
        process_instance_key
      from engine.message_subscription
      where correlation_key = :correlationKey and message_name = :name and state = 'CREATED'
        and process_instance_key is not null and process_definition_id = :process
        and message_subscription_key > :after
      order by message_subscription_key
      limit :size
      """;
  private static final String LOAD_STARTS =
      """
      select message_subscription_key, process_definition_key, element_id, message_name, last_updated_date
      from engine.message_subscription
      where process_instance_key is null and state = 'CREATED'
      """;

  private final JdbcClient jdbc;
  final Changes<MessageSubscription> changes;
  final Changes<StartSubscription> starts;

  MessageSubscriptionRepository(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    changes = new Changes<>(journal);
    starts = new Changes<>(journal);
  }

  void load(OwnedRowReading wanted) {
    wanted.read(jdbc, LOAD, changes, MessageSubscriptionRepository::read);
  }

  private static MessageSubscription read(ResultSet row, ElementInstance owner)
      throws SQLException {
    return new MessageSubscription(
        row.getLong("message_subscription_key"),
        owner,
        new MessageAddress(row.getString("message_name"), row.getString("correlation_key")),
        row.getString("element_id"),
        row.getBoolean("interrupting"),
        Rows.time(row, "last_updated_date"));
  }

  /** An open subscription. */
  record Waiting(MessagePages.Place place, long key, long processInstanceKey) {}

  /** The first page of those that wait at each address, for each process; oldest first. */
  List<Waiting> waiting(Collection<MessageAddress> addresses) {
    return jdbc.sql(WAITING)
        .param("names", addresses.stream().map(MessageAddress::name).toArray(String[]::new))
        .param(
            "correlationKeys",
            addresses.stream().map(MessageAddress::correlationKey).toArray(String[]::new))
        .param("size", MessagePages.SIZE)
        .query((row, index) -> waiting(row))
        .list();
  }

  /** A page of those that wait there, behind the key; oldest first. */
  List<Waiting> waiting(MessagePages.Place place, long after) {
    return jdbc.sql(WAITING_AFTER)
        .param("name", place.address().name())
        .param("correlationKey", place.address().correlationKey())
        .param("process", place.processId())
        .param("after", after)
        .param("size", MessagePages.SIZE)
        .query((row, index) -> waiting(row))
        .list();
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    var address =
        new MessageAddress(row.getString("message_name"), row.getString("correlation_key"));
    return new Waiting(
        new MessagePages.Place(address, row.getString("process_definition_id")),
        row.getLong("message_subscription_key"),
        row.getLong("process_instance_key"));
  }

  List<StartSubscription> loadStarts(LongFunction<ProcessDefinition> definitions) {
    return jdbc.sql(LOAD_STARTS)
        .query(
            (row, index) -> {
              var subscription =
                  new StartSubscription(
                      row.getLong("message_subscription_key"),
                      definitions.apply(row.getLong("process_definition_key")),
                      row.getString("element_id"),
                      row.getString("message_name"),
                      Rows.time(row, "last_updated_date"));
              starts.adopt(subscription);
              return subscription;
            })
        .list();
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
    COLUMNS.update(script, changes.updated());
    STARTS.insert(script, starts.inserted());
    STARTS.delete(script, starts.deleted());
  }
}
