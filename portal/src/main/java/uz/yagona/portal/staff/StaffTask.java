package uz.yagona.portal.staff;

import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.yagona.portal.user.PortalUser;

/**
 * A user task as the engine knows it.
 *
 * @param element id in the model, such as {@code review-request}
 * @param groups whose members may claim it
 * @param assignee who holds it; {@code null} when nobody does
 */
record StaffTask(
    long key,
    String element,
    @Nullable String assignee,
    List<String> groups,
    long processInstanceKey,
    long processDefinitionKey,
    @Nullable OffsetDateTime dueAt,
    OffsetDateTime createdAt,
    int priority,
    UserTaskState state) {
  static final String REVIEW = "review-request";
  static final String SIGN = "sign-decision";
  static final String REVIEW_SIGNING = "review-signing";

  static StaffTask of(UserTask task) {
    var assignee = task.getAssignee();
    return new StaffTask(
        task.getUserTaskKey(),
        task.getElementId(),
        assignee == null || assignee.isBlank() ? null : assignee,
        task.getCandidateGroups() == null ? List.of() : List.copyOf(task.getCandidateGroups()),
        task.getProcessInstanceKey(),
        task.getProcessDefinitionKey(),
        task.getDueDate(),
        task.getCreationDate(),
        task.getPriority() == null ? 0 : task.getPriority(),
        task.getState());
  }

  boolean isOpen() {
    return state == UserTaskState.CREATED;
  }

  boolean isSignature() {
    return element.equals(SIGN);
  }

  boolean isHeldBy(PortalUser user) {
    return user.userName().equals(assignee);
  }

  boolean isFor(PortalUser user) {
    return groups.stream().anyMatch(user::isMemberOf);
  }

  /** Open, free, and for this person's group. */
  boolean isClaimableBy(PortalUser user) {
    return isOpen() && assignee == null && isFor(user);
  }
}
