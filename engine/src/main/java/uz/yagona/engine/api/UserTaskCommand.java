package uz.yagona.engine.api;

import org.jspecify.annotations.Nullable;

/**
 * Commands on user tasks. NOT_FOUND when the task is unknown, INVALID_STATE when it is over or a
 * listener is deciding on another change; INVALID_STATE with the reason when a listener denied it.
 */
public sealed interface UserTaskCommand<R> extends Command<R> {

  /**
   * @param action name of what the user did, for listeners; {@code null} means {@code assign}
   * @param allowOverride whether another assignee is replaced; else INVALID_STATE
   */
  record AssignUserTask(
      long userTaskKey, String assignee, boolean allowOverride, @Nullable String action)
      implements UserTaskCommand<Done> {}

  /** Removes the assignee. */
  record UnassignUserTask(long userTaskKey, @Nullable String action)
      implements UserTaskCommand<Done> {}

  /** Changes candidates, dates and priority; the assignee of the changes is ignored. */
  record UpdateUserTask(
      long userTaskKey, JobCommand.TaskCorrections changes, @Nullable String action)
      implements UserTaskCommand<Done> {}

  /** The person is done. */
  record CompleteUserTask(long userTaskKey, Variables variables, @Nullable String action)
      implements UserTaskCommand<Done> {}
}
