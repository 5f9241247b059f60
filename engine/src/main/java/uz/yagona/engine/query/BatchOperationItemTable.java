package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;
import static uz.yagona.engine.query.ColumnType.TIME;

import java.util.List;

/** What batch operations did to each process instance. */
public final class BatchOperationItemTable {
  public static final SearchTable TABLE =
      SearchTable.of("batch operation item", "engine.batch_operation_item b")
          .identity("itemKey", KEY, "b.item_key")
          .field("batchOperationKey", TEXT, "b.batch_operation_key::text")
          .unsorted("operationType", TEXT, "b.type")
          .constant("state", "b.state", List.of("ACTIVE", "CANCELED", "COMPLETED", "FAILED"))
          .field("processInstanceKey", KEY, "b.process_instance_key", NULLABLE)
          .shown("rootProcessInstanceKey", KEY, "b.root_process_instance_key")
          .field("processedDate", TIME, "b.processed_date", NULLABLE)
          .shown("errorMessage", TEXT, "b.error_message")
          .build();

  private BatchOperationItemTable() {}
}
