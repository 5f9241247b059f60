package uz.yagona.gateway.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.UserTaskCommand;
import uz.yagona.engine.api.UserTaskCommand.AssignUserTask;
import uz.yagona.engine.api.UserTaskCommand.CompleteUserTask;
import uz.yagona.engine.api.UserTaskCommand.UnassignUserTask;
import uz.yagona.engine.api.UserTaskCommand.UpdateUserTask;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.OwningDefinitions.Kind;
import uz.yagona.engine.query.Searches;
import uz.yagona.engine.query.UserTaskTable;
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.problem.ForbiddenException;
import uz.yagona.gateway.search.Visibility;
import uz.yagona.gateway.search.Visibility.UserTaskRight;

/** Who may do what with a user task: by its process, or because the task names the caller. */
@Component("gatewayUserTaskRights")
final class UserTaskRights {
  private final Searches searches;

  UserTaskRights(Searches searches) {
    this.searches = searches;
  }

  UserTaskCommand<?> checked(Caller caller, UserTaskCommand<?> command) {
    if (command instanceof AssignUserTask assign) {
      return checked(caller, assign);
    }
    if (command instanceof UnassignUserTask unassign) {
      require(caller, UserTaskRight.UPDATE, unassign.userTaskKey());
    } else if (command instanceof UpdateUserTask update) {
      require(caller, UserTaskRight.UPDATE, update.userTaskKey());
    } else if (command instanceof CompleteUserTask complete) {
      require(caller, UserTaskRight.COMPLETE, complete.userTaskKey());
    } else {
      throw new ForbiddenException(
          "Expected a caller of the installation, but '%s' is none".formatted(caller.name()));
    }
    return command;
  }

  /**
   * To claim is to take for oneself what nobody has; the engine refuses when somebody was faster.
   */
  private AssignUserTask checked(Caller caller, AssignUserTask assign) {
    var key = assign.userTaskKey();
    if (may(caller, UserTaskRight.UPDATE, key)) {
      return assign;
    }
    if (!assign.assignee().equals(caller.name())) {
      throw lacks(caller, UserTaskRight.UPDATE, key);
    }
    require(caller, UserTaskRight.CLAIM, key);
    return new AssignUserTask(key, assign.assignee(), false, assign.action());
  }

  private void require(Caller caller, UserTaskRight right, long key) {
    if (!may(caller, right, key)) {
      throw lacks(caller, right, key);
    }
  }

  private boolean may(Caller caller, UserTaskRight right, long key) {
    @Nullable List<List<Condition>> tasks = Visibility.userTasks(caller, right);
    return tasks == null || searches.find(UserTaskTable.TABLE, key, tasks).isPresent();
  }

  private RuntimeException lacks(Caller caller, UserTaskRight right, long key) {
    var task = searches.find(UserTaskTable.TABLE, key);
    if (task.isEmpty()) {
      return RejectedException.notFound(
          "Expected to find a %s with key '%d', but there is none", Kind.USER_TASK.noun(), key);
    }
    var process = String.valueOf(task.get().get("processDefinitionId"));
    return caller.lacks(ResourceType.PROCESS_DEFINITION, right.onProcess(), "'" + process + "'");
  }
}
