package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.TEXT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.definition.ProcessDefinition;

/** Table {@code signal_subscription}: open ones only. */
final class SignalSubscriptionRepository {
  private static final Columns<SignalSubscription> COLUMNS =
      new Columns<SignalSubscription>("engine.signal_subscription", "signal_subscription_key")
          .fixed("signal_subscription_key", BIGINT, SignalSubscription::key)
          .fixed("signal_name", TEXT, SignalSubscription::signalName)
          .fixed("process_definition_key", BIGINT, s -> s.process().definition().key())
          .fixed("process_definition_id", TEXT, s -> s.process().definition().id())
          .fixed("process_instance_key", BIGINT, s -> s.process().key())
          .fixed("element_instance_key", BIGINT, s -> s.owner().key())
          .fixed("element_id", TEXT, SignalSubscription::elementId);
  private static final Columns<StartSubscription> STARTS =
      new Columns<StartSubscription>("engine.signal_subscription", "signal_subscription_key")
          .fixed("signal_subscription_key", BIGINT, StartSubscription::key)
          .fixed("signal_name", TEXT, StartSubscription::name)
          .fixed("process_definition_key", BIGINT, s -> s.definition().key())
          .fixed("process_definition_id", TEXT, s -> s.definition().id())
          .fixed("element_id", TEXT, StartSubscription::elementId);
  private static final String LOAD =
      """
      select signal_subscription_key, element_instance_key, signal_name, element_id
      from engine.signal_subscription
      where process_instance_key = any (:keys)
      order by signal_subscription_key
      """;
  private static final String WAITING =
      """
      select wanted.name, wanted.after, s.signal_subscription_key, s.process_instance_key
      from unnest(:names::text[], :afters::bigint[]) as wanted (name, after)
      cross join lateral (
        select signal_subscription_key, process_instance_key
        from engine.signal_subscription
        where signal_name = wanted.name and signal_subscription_key > wanted.after
          and process_instance_key is not null
        order by signal_subscription_key
        limit :limit) s
      order by s.signal_subscription_key
      """;
  private static final String LOAD_STARTS =
      """
      select signal_subscription_key, process_definition_key, element_id, signal_name
      from engine.signal_subscription
      where process_instance_key is null
      """;

  private final JdbcClient jdbc;
  final Changes<SignalSubscription> changes;
  final Changes<StartSubscription> starts;

  SignalSubscriptionRepository(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    changes = new Changes<>(journal);
    starts = new Changes<>(journal);
  }

  void load(OwnedRowReading wanted) {
    wanted.read(jdbc, LOAD, changes, SignalSubscriptionRepository::read);
  }

  private static SignalSubscription read(ResultSet row, ElementInstance owner) throws SQLException {
    return new SignalSubscription(
        row.getLong("signal_subscription_key"),
        owner,
        row.getString("signal_name"),
        row.getString("element_id"));
  }

  /** A subscription of an element instance. */
  record Waiting(SignalPage.Place place, long key, long processInstanceKey) {}

  /** A page of those that wait behind each of these places, oldest first. */
  List<Waiting> waiting(Collection<SignalPage.Place> places) {
    return jdbc.sql(WAITING)
        .param("names", places.stream().map(SignalPage.Place::signalName).toArray(String[]::new))
        .param("afters", places.stream().map(SignalPage.Place::after).toArray(Long[]::new))
        .param("limit", SignalPage.SIZE)
        .query(
            (row, index) ->
                new Waiting(
                    new SignalPage.Place(row.getString("name"), row.getLong("after")),
                    row.getLong("signal_subscription_key"),
                    row.getLong("process_instance_key")))
        .list();
  }

  List<StartSubscription> loadStarts(LongFunction<ProcessDefinition> definitions) {
    return jdbc.sql(LOAD_STARTS)
        .query(
            (row, index) -> {
              var subscription =
                  new StartSubscription(
                      row.getLong("signal_subscription_key"),
                      definitions.apply(row.getLong("process_definition_key")),
                      row.getString("element_id"),
                      row.getString("signal_name"),
                      Instant.EPOCH);
              starts.adopt(subscription);
              return subscription;
            })
        .list();
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
    COLUMNS.delete(script, changes.deleted());
    STARTS.insert(script, starts.inserted());
    STARTS.delete(script, starts.deleted());
  }
}
