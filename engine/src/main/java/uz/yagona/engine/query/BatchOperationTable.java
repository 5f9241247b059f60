package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.INTEGER;
import static uz.yagona.engine.query.ColumnType.JSON;
import static uz.yagona.engine.query.ColumnType.TEXT;
import static uz.yagona.engine.query.ColumnType.TIME;

import java.util.List;

/** Batch operations, running and ended. */
public final class BatchOperationTable {
  private static final List<String> STATES =
      List.of(
          "ACTIVE",
          "CANCELED",
          "COMPLETED",
          "CREATED",
          "FAILED",
          "PARTIALLY_COMPLETED",
          "SUSPENDED");

  public static final SearchTable TABLE =
      SearchTable.of("batch operation", "engine.batch_operation b")
          .identity("batchOperationKey", TEXT, "b.batch_operation_key::text")
          .shown("batchOperationType", TEXT, "b.type")
          .hidden("operationType", TEXT, "b.type")
          .constant("state", "b.state", STATES)
          .field("startDate", TIME, "b.start_date")
          .field("endDate", TIME, "b.end_date", NULLABLE)
          .field("actorType", TEXT, "b.actor_type", NULLABLE)
          .field("actorId", TEXT, "b.actor_id", NULLABLE)
          .shown("operationsTotalCount", INTEGER, "b.total_count")
          .shown("operationsFailedCount", INTEGER, "b.failed_count")
          .shown("operationsCompletedCount", INTEGER, "b.completed_count")
          .shown("errors", JSON, "b.errors")
          .build();

  private BatchOperationTable() {}
}
