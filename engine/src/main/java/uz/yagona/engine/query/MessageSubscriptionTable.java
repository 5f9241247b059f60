package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;
import static uz.yagona.engine.query.ColumnType.TIME;

import java.util.List;

/** Message subscriptions of instances and of message start events. */
public final class MessageSubscriptionTable {
  public static final SearchTable TABLE =
      SearchTable.of("message subscription", "engine.message_subscription s")
          .identity("messageSubscriptionKey", KEY, "s.message_subscription_key")
          .constant(
              "messageSubscriptionState",
              "s.state",
              List.of("CORRELATED", "CREATED", "DELETED", "MIGRATED"))
          .field("messageName", TEXT, "s.message_name")
          .field("correlationKey", TEXT, "s.correlation_key", NULLABLE)
          .field("lastUpdatedDate", TIME, "s.last_updated_date")
          .field("processInstanceKey", KEY, "s.process_instance_key", NULLABLE)
          .shown("rootProcessInstanceKey", KEY, "s.root_process_instance_key")
          .field("processDefinitionKey", KEY, "s.process_definition_key")
          .field("processDefinitionId", TEXT, "s.process_definition_id")
          .field("elementId", TEXT, "s.element_id")
          .field("elementInstanceKey", KEY, "s.element_instance_key", NULLABLE)
          .field("tenantId", TEXT, SearchTable.TENANT)
          .build();

  private MessageSubscriptionTable() {}
}
