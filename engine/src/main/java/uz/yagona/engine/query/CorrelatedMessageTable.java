package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.INTEGER;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;
import static uz.yagona.engine.query.ColumnType.TIME;

/** Which message reached which subscription, and when. */
public final class CorrelatedMessageTable {
  public static final SearchTable TABLE =
      SearchTable.of("correlated message", "engine.correlated_message_subscription s")
          .identity("subscriptionKey", KEY, "s.subscription_key")
          .field("messageKey", KEY, "s.message_key")
          .field("messageName", TEXT, "s.message_name")
          .field("correlationKey", TEXT, "s.correlation_key", NULLABLE)
          .field("correlationTime", TIME, "s.correlation_time")
          .field("partitionId", INTEGER, "s.partition_id")
          .field("processInstanceKey", KEY, "s.process_instance_key")
          .shown("rootProcessInstanceKey", KEY, "s.root_process_instance_key")
          .field("processDefinitionKey", KEY, "s.process_definition_key")
          .field("processDefinitionId", TEXT, "s.process_definition_id")
          .field("elementId", TEXT, "s.element_id")
          .field("elementInstanceKey", KEY, "s.element_instance_key", NULLABLE)
          .field("tenantId", TEXT, SearchTable.TENANT)
          .build();

  private CorrelatedMessageTable() {}
}
