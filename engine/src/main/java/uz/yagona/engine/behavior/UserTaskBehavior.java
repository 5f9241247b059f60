package uz.yagona.engine.behavior;

import uz.yagona.engine.model.UserTask;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.TaskRow;

/** Work for a person. */
final class UserTaskBehavior extends Behavior<UserTask> {
  UserTaskBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance instance, UserTask element) {
    if (element.nativeTask()) {
      execution.userTasks.create(instance, element);
    } else {
      execution.jobs.createForPerson(instance, element);
    }
  }

  @Override
  boolean terminate(ElementInstance instance, UserTask element) {
    for (var task : instance.owned(TaskRow.class)) {
      execution.userTasks.cancel(task, element);
    }
    return instance.owned(TaskRow.class).isEmpty();
  }
}
