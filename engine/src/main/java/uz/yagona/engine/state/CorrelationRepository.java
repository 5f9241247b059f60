package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.TEXT;
import static uz.yagona.engine.state.Columns.Type.TIME;

/** Table {@code correlated_message_subscription}; rows are only ever added. */
final class CorrelationRepository {
  private static final Columns<Correlation> COLUMNS =
      new Columns<Correlation>("engine.correlated_message_subscription", "message_key")
          .fixed("message_key", BIGINT, Correlation::key)
          .fixed("subscription_key", BIGINT, Correlation::subscriptionKey)
          .fixed("message_name", TEXT, correlation -> correlation.address().name())
          .fixed("correlation_key", TEXT, correlation -> correlation.address().correlationKey())
          .fixed("correlation_time", TIME, Correlation::time)
          .fixed("process_definition_key", BIGINT, c -> c.process().definition().key())
          .fixed("process_definition_id", TEXT, c -> c.process().definition().id())
          .fixed("process_instance_key", BIGINT, correlation -> correlation.process().key())
          .fixed("root_process_instance_key", BIGINT, c -> c.process().rootKey())
          .fixed("element_instance_key", BIGINT, Correlation::elementInstanceKey)
          .fixed("element_id", TEXT, Correlation::elementId);

  final Changes<Correlation> changes;

  CorrelationRepository(Journal journal) {
    changes = new Changes<>(journal);
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
  }
}
