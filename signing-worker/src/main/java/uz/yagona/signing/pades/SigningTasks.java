package uz.yagona.signing.pades;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uz.yagona.client.JobException;

/** Asks the engine who completed the user task in which the decision to sign was made. */
@Component
class SigningTasks {
  private final CamundaClient client;

  SigningTasks(CamundaClient client) {
    this.client = client;
  }

  /** The process instance of an open user task that this person holds; empty for any other. */
  Optional<Long> openTaskOf(long userTaskKey, String userName) {
    try {
      var found =
          client
              .newUserTaskSearchRequest()
              .filter(
                  task ->
                      task.userTaskKey(userTaskKey).assignee(userName).state(UserTaskState.CREATED))
              .page(page -> page.limit(1))
              .execute();
      return found.items().stream().findFirst().map(UserTask::getProcessInstanceKey);
    } catch (RuntimeException e) {
      throw JobException.temporary(
          "Expected the engine to tell who holds task %d, but it could not be asked"
              .formatted(userTaskKey),
          e);
    }
  }

  /** The assignee of the latest completed task of this element; empty when none is found. */
  Optional<String> lastAssignee(long processInstanceKey, String elementId) {
    try {
      var found =
          client
              .newUserTaskSearchRequest()
              .filter(
                  task ->
                      task.processInstanceKey(processInstanceKey)
                          .elementId(elementId)
                          .state(UserTaskState.COMPLETED))
              .sort(sort -> sort.completionDate().desc())
              .page(page -> page.limit(1))
              .execute();
      return found.items().stream()
          .findFirst()
          .flatMap(task -> Optional.ofNullable(task.getAssignee()));
    } catch (RuntimeException e) {
      throw JobException.temporary(
          "Expected the engine to tell who completed '%s', but it could not be asked"
              .formatted(elementId),
          e);
    }
  }
}
