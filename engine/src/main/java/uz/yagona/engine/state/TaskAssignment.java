package uz.yagona.engine.state;

import java.time.Instant;

/** History: a user task was given to a person. */
public final class TaskAssignment extends Row {
  private final TaskRow task;
  private final String assignee;
  private final Instant time;

  public TaskAssignment(TaskRow task, String assignee, Instant time) {
    super(task.key());
    this.task = task;
    this.assignee = assignee;
    this.time = time;
  }

  TaskRow task() {
    return task;
  }

  String assignee() {
    return assignee;
  }

  Instant time() {
    return time;
  }
}
