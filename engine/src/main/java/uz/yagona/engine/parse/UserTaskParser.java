package uz.yagona.engine.parse;

import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebePriorityDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.util.List;
import java.util.Locale;
import uz.yagona.engine.model.ActivityTraits;
import uz.yagona.engine.model.ElementTraits;
import uz.yagona.engine.model.TaskListener;

/** Reads user tasks. */
final class UserTaskParser {

  private final Expressions expressions;
  private final ExtensionParser extensions;

  UserTaskParser(Expressions expressions, ExtensionParser extensions) {
    this.expressions = expressions;
    this.extensions = extensions;
  }

  uz.yagona.engine.model.UserTask parse(
      UserTask task, ElementTraits traits, ActivityTraits activity) {
    var assignment = ExtensionParser.find(task, ZeebeAssignmentDefinition.class);
    var schedule = ExtensionParser.find(task, ZeebeTaskSchedule.class);
    var priority = ExtensionParser.find(task, ZeebePriorityDefinition.class);
    return new uz.yagona.engine.model.UserTask(
        traits,
        activity,
        ExtensionParser.find(task, ZeebeUserTask.class) != null,
        assignment == null
            ? null
            : expressions.optional(task, "an assignee", assignment.getAssignee()),
        assignment == null
            ? null
            : expressions.optional(task, "candidate groups", assignment.getCandidateGroups()),
        assignment == null
            ? null
            : expressions.optional(task, "candidate users", assignment.getCandidateUsers()),
        schedule == null ? null : expressions.optional(task, "a due date", schedule.getDueDate()),
        schedule == null
            ? null
            : expressions.optional(task, "a follow-up date", schedule.getFollowUpDate()),
        priority == null ? null : expressions.optional(task, "a priority", priority.getPriority()),
        extensions.form(task),
        extensions.headers(task),
        listeners(task));
  }

  private List<TaskListener> listeners(UserTask task) {
    var listeners = ExtensionParser.find(task, ZeebeTaskListeners.class);
    if (listeners == null) {
      return List.of();
    }
    return listeners.getTaskListeners().stream().map(listener -> listener(task, listener)).toList();
  }

  private TaskListener listener(UserTask task, ZeebeTaskListener listener) {
    var event = listener.getEventType().resolve().name().toUpperCase(Locale.ROOT);
    return new TaskListener(
        TaskListener.Event.valueOf(event),
        extensions.job(task, "of a task listener", listener.getType(), listener.getRetries()));
  }
}
