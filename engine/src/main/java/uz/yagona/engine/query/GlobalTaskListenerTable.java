package uz.yagona.engine.query;

import static uz.yagona.engine.query.ColumnType.BOOLEAN;
import static uz.yagona.engine.query.ColumnType.INTEGER;
import static uz.yagona.engine.query.ColumnType.TEXT;
import static uz.yagona.engine.query.ColumnType.TEXTS;

import java.util.List;

/** Listeners that run for every user task. */
public final class GlobalTaskListenerTable {
  public static final SearchTable TABLE =
      SearchTable.of("global task listener", "engine.global_task_listener g")
          .identity("id", TEXT, "g.id")
          .field("type", TEXT, "g.type")
          .unsorted("retries", INTEGER, "g.retries")
          .field("afterNonGlobal", BOOLEAN, "g.after_non_global")
          .field("priority", INTEGER, "g.priority")
          .unsorted("eventTypes", TEXTS, "g.event_types")
          .constant("source", "'API'::text", List.of("API", "CONFIGURATION"))
          .build();

  private GlobalTaskListenerTable() {}
}
