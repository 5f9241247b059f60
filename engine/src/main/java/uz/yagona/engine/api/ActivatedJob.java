package uz.yagona.engine.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A job leased to a worker.
 *
 * @param kind BPMN_ELEMENT, EXECUTION_LISTENER, TASK_LISTENER or AD_HOC_SUB_PROCESS
 * @param listenerEventType START, END, CREATING, ... or UNSPECIFIED
 * @param variables JSON object text
 * @param userTask of task listeners, else {@code null}
 */
public record ActivatedJob(
    long jobKey,
    String type,
    String kind,
    String listenerEventType,
    long processInstanceKey,
    long rootProcessInstanceKey,
    String processDefinitionId,
    int processDefinitionVersion,
    long processDefinitionKey,
    String elementId,
    long elementInstanceKey,
    Map<String, String> customHeaders,
    String worker,
    int retries,
    Instant deadline,
    String variables,
    @Nullable UserTaskProperties userTask,
    Set<String> tags) {

  /** The user task as a task listener sees it, with the change it decides on. */
  public record UserTaskProperties(
      long userTaskKey,
      @Nullable String action,
      @Nullable String assignee,
      List<String> candidateGroups,
      List<String> candidateUsers,
      List<String> changedAttributes,
      @Nullable Instant dueDate,
      @Nullable Instant followUpDate,
      @Nullable Long formKey,
      int priority) {}
}
