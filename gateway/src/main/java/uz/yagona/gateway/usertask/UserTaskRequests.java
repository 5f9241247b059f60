package uz.yagona.gateway.usertask;

import io.camunda.client.protocol.rest.UserTaskAssignmentRequest;
import io.camunda.client.protocol.rest.UserTaskCompletionRequest;
import io.camunda.client.protocol.rest.UserTaskUpdateRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.JobCommand.TaskCorrections;
import uz.yagona.engine.api.UserTaskCommand.AssignUserTask;
import uz.yagona.engine.api.UserTaskCommand.CompleteUserTask;
import uz.yagona.engine.api.UserTaskCommand.UpdateUserTask;
import uz.yagona.engine.api.Variables;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;

/** Requests on user tasks as commands. */
final class UserTaskRequests {
  private static final Set<String> CHANGES =
      Set.of("candidateGroups", "candidateUsers", "dueDate", "followUpDate", "priority");

  private UserTaskRequests() {}

  static AssignUserTask assignment(long userTaskKey, UserTaskAssignmentRequest body) {
    return new AssignUserTask(
        userTaskKey,
        Values.required("assignee", body.getAssignee()),
        !Boolean.FALSE.equals(body.getAllowOverride()),
        body.getAction());
  }

  static CompleteUserTask completion(long userTaskKey, @Nullable UserTaskCompletionRequest body) {
    return body == null
        ? new CompleteUserTask(userTaskKey, Variables.NONE, null)
        : new CompleteUserTask(
            userTaskKey, Values.variables(body.getVariables()), body.getAction());
  }

  /**
   * The protocol's class for the changes is a map; fields set to nothing differ from absent ones.
   */
  static UpdateUserTask update(long userTaskKey, @Nullable UserTaskUpdateRequest body) {
    @Nullable Map<String, Object> changes = body == null ? null : body.getChangeset();
    var action = body == null ? null : body.getAction();
    if (changes == null || changes.isEmpty()) {
      if (action == null) {
        throw new InvalidRequestException(
            "Expected one of %s in 'changeset', or an action, but got neither".formatted(sorted()));
      }
      return new UpdateUserTask(userTaskKey, TaskCorrections.NONE, action);
    }
    for (var field : changes.keySet()) {
      if (!CHANGES.contains(field)) {
        throw new InvalidRequestException(
            "Expected one of %s in 'changeset', but got '%s'".formatted(sorted(), field));
      }
    }
    return new UpdateUserTask(userTaskKey, corrections(changes), action);
  }

  private static List<String> sorted() {
    return CHANGES.stream().sorted().toList();
  }

  private static TaskCorrections corrections(Map<String, Object> changes) {
    return new TaskCorrections(
        null,
        texts(changes, "candidateGroups"),
        texts(changes, "candidateUsers"),
        Values.change("changeset.dueDate", text(changes, "dueDate")),
        Values.change("changeset.followUpDate", text(changes, "followUpDate")),
        number(changes, "priority"));
  }

  private static @Nullable List<String> texts(Map<String, Object> changes, String field) {
    var value = changes.get(field);
    if (value == null) {
      return null;
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw new InvalidRequestException(
        "Expected a list of texts for 'changeset.%s', but got %s".formatted(field, value));
  }

  private static @Nullable String text(Map<String, Object> changes, String field) {
    var value = changes.get(field);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new InvalidRequestException(
        "Expected a text for 'changeset.%s', but got %s".formatted(field, value));
  }

  private static @Nullable Integer number(Map<String, Object> changes, String field) {
    var value = changes.get(field);
    if (value == null || value instanceof Integer) {
      return (Integer) value;
    }
    throw new InvalidRequestException(
        "Expected a whole number for 'changeset.%s', but got %s".formatted(field, value));
  }
}
