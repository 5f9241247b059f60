package uz.yagona.engine.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commands of job workers. NOT_FOUND when the job is unknown or over. */
public sealed interface JobCommand<R> extends Command<R> {

  /** The work is done. */
  record CompleteJob(long jobKey, Variables variables, @Nullable JobResult result)
      implements JobCommand<Done> {

    public static CompleteJob of(long jobKey, Variables variables) {
      return new CompleteJob(jobKey, variables, null);
    }
  }

  /**
   * The work failed; without retries an incident is raised.
   *
   * @param backoff before the job is handed out again
   */
  record FailJob(
      long jobKey,
      int retries,
      @Nullable String errorMessage,
      Duration backoff,
      Variables variables)
      implements JobCommand<Done> {}

  /** The work ended in a BPMN error; an incident is raised when nothing catches it. */
  record ThrowJobError(
      long jobKey, String errorCode, @Nullable String errorMessage, Variables variables)
      implements JobCommand<Done> {}

  /**
   * Changes retries, time-out or both.
   *
   * @param timeout from now; needs an active lease, else INVALID_STATE
   */
  record UpdateJob(long jobKey, @Nullable Integer retries, @Nullable Duration timeout)
      implements JobCommand<Done> {}

  /** More than variables that a worker can answer. */
  sealed interface JobResult {}

  /** The answer of a task listener. */
  record TaskListenerResult(
      boolean denied, @Nullable String deniedReason, TaskCorrections corrections)
      implements JobResult {}

  /** The answer of the worker of an ad-hoc sub-process. */
  record AdHocResult(
      List<AdHocActivation> activations,
      boolean completionConditionFulfilled,
      boolean cancelRemainingInstances)
      implements JobResult {}

  /** An activity of an ad-hoc sub-process to start, with variables of its own. */
  record AdHocActivation(String elementId, Variables variables) {}

  /**
   * Changes of a user task; {@code null} leaves an attribute as it is. An empty assignee means
   * none; an empty optional removes a date.
   */
  @SuppressWarnings("NullableOptional")
  record TaskCorrections(
      @Nullable String assignee,
      @Nullable List<String> candidateGroups,
      @Nullable List<String> candidateUsers,
      @Nullable Optional<Instant> dueDate,
      @Nullable Optional<Instant> followUpDate,
      @Nullable Integer priority) {

    public static final TaskCorrections NONE =
        new TaskCorrections(null, null, null, null, null, null);
  }
}
