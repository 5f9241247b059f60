package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.TEXT;
import static uz.yagona.engine.state.Columns.Type.TIME;

/** Table {@code task_assignment}; rows are only ever added. */
final class TaskAssignmentRepository {
  private static final Columns<TaskAssignment> COLUMNS =
      new Columns<TaskAssignment>("engine.task_assignment", "user_task_key")
          .fixed("user_task_key", BIGINT, TaskAssignment::key)
          .fixed("assignee", TEXT, TaskAssignment::assignee)
          .fixed("assigned_at", TIME, TaskAssignment::time)
          .fixed("process_instance_key", BIGINT, a -> a.task().owner().process().key());

  final Changes<TaskAssignment> changes;

  TaskAssignmentRepository(Journal journal) {
    changes = new Changes<>(journal);
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
  }
}
