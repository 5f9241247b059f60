package uz.yagona.engine.handler;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.JobCommand.TaskCorrections;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.UserTaskCommand.AssignUserTask;
import uz.yagona.engine.api.UserTaskCommand.CompleteUserTask;
import uz.yagona.engine.api.UserTaskCommand.UnassignUserTask;
import uz.yagona.engine.api.UserTaskCommand.UpdateUserTask;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.behavior.TaskChange;
import uz.yagona.engine.model.TaskListener.Event;
import uz.yagona.engine.state.TaskRow;
import uz.yagona.engine.state.TaskRow.Attributes;

/** What people do with their tasks. */
final class UserTaskHandler {
  private final Execution execution;
  private final Waiting waiting;

  UserTaskHandler(Execution execution, Waiting waiting) {
    this.execution = execution;
    this.waiting = waiting;
  }

  void register(Handlers handlers) {
    handlers.onDeferred(
        AssignUserTask.class, (command, needs) -> needs.row(command.userTaskKey()), this::assign);
    handlers.onDeferred(
        UnassignUserTask.class,
        (command, needs) -> needs.row(command.userTaskKey()),
        this::unassign);
    handlers.onDeferred(
        UpdateUserTask.class, (command, needs) -> needs.row(command.userTaskKey()), this::update);
    handlers.onDeferred(
        CompleteUserTask.class,
        (command, needs) -> needs.row(command.userTaskKey()),
        this::complete);
  }

  private TaskRow created(long key, String wanted) {
    var task = execution.store.find(TaskRow.class, key);
    if (task == null) {
      throw RejectedException.notFound(
          "Expected to %s user task with key '%d', but no such user task was found", wanted, key);
    }
    if (task.state() != TaskRow.State.CREATED) {
      throw RejectedException.invalidState(
          "Expected to %s user task with key '%d', but it is in state '%s'",
          wanted, key, task.state());
    }
    return task;
  }

  private void begin(
      TaskRow task, Event event, @Nullable String action, Attributes next, Reply<Done> reply) {
    begin(task, new TaskChange(event, 0, action, next, Map.of()), reply);
  }

  private void begin(TaskRow task, TaskChange change, Reply<Done> reply) {
    if (execution.userTasks.begin(task, change)) {
      reply.send(Done.INSTANCE);
    } else {
      waiting.change(task.key(), reply);
    }
  }

  private void assign(AssignUserTask command, Reply<Done> reply) {
    if (command.assignee().isBlank()) {
      throw RejectedException.invalidArgument(
          "Expected an assignee for user task with key '%d', but it is empty",
          command.userTaskKey());
    }
    var wanted = command.allowOverride() ? "assign" : "claim";
    var task = created(command.userTaskKey(), wanted);
    var holder = task.assignee();
    if (!command.allowOverride() && holder != null && !holder.equals(command.assignee())) {
      throw RejectedException.invalidState(
          "Expected to claim user task with key '%d', but it has already been assigned",
          task.key());
    }
    var action = command.action();
    begin(
        task,
        Event.ASSIGNING,
        action == null || action.isBlank() ? "assign" : action,
        assigned(task, command.assignee()),
        reply);
  }

  private void unassign(UnassignUserTask command, Reply<Done> reply) {
    var task = created(command.userTaskKey(), "unassign");
    var action = command.action();
    begin(task, Event.ASSIGNING, action == null ? "unassign" : action, assigned(task, ""), reply);
  }

  private static Attributes assigned(TaskRow task, String assignee) {
    return TaskChange.apply(
        task.attributes(), new TaskCorrections(assignee, null, null, null, null, null));
  }

  private void update(UpdateUserTask command, Reply<Done> reply) {
    var task = created(command.userTaskKey(), "update");
    var changes = command.changes();
    var priority = changes.priority();
    if (priority != null && (priority < 0 || priority > 100)) {
      throw RejectedException.invalidArgument(
          "Expected the priority of user task with key '%d' to be from 0 to 100, but it is %d",
          task.key(), priority);
    }
    var allowed =
        new TaskCorrections(
            null,
            changes.candidateGroups(),
            changes.candidateUsers(),
            changes.dueDate(),
            changes.followUpDate(),
            priority);
    var action = command.action();
    begin(
        task,
        Event.UPDATING,
        action == null ? "update" : action,
        TaskChange.apply(task.attributes(), allowed),
        reply);
  }

  private void complete(CompleteUserTask command, Reply<Done> reply) {
    var task = created(command.userTaskKey(), "complete");
    var action = command.action();
    begin(
        task,
        new TaskChange(
            Event.COMPLETING,
            0,
            action == null ? "complete" : action,
            task.attributes(),
            command.variables().toMap()),
        reply);
  }
}
