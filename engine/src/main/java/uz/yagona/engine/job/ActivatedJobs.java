package uz.yagona.engine.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.engine.behavior.TaskChange;
import uz.yagona.engine.behavior.VariableScopes;
import uz.yagona.engine.state.JobRow;
import uz.yagona.engine.state.TaskRow;

/** Jobs as workers see them. */
public final class ActivatedJobs {
  private final VariableScopes variables;

  public ActivatedJobs(VariableScopes variables) {
    this.variables = variables;
  }

  ActivatedJob of(JobRow job, ActivateJobs request, Instant deadline) {
    var process = job.process();
    var definition = process.definition();
    return new ActivatedJob(
        job.key(),
        job.type(),
        job.kind().name(),
        job.listenerEvent(),
        process.key(),
        process.rootKey(),
        definition.id(),
        definition.version(),
        definition.key(),
        job.owner().element().id(),
        job.owner().key(),
        job.headers(),
        request.worker(),
        job.retries(),
        deadline,
        variables.visibleJson(job.owner(), request.fetchVariables()),
        userTask(job),
        process.origin().tags());
  }

  private static ActivatedJob.@Nullable UserTaskProperties userTask(JobRow job) {
    if (job.kind() != JobRow.Kind.TASK_LISTENER) {
      return null;
    }
    for (var task : job.owner().owned(TaskRow.class)) {
      var pending = task.pending();
      if (pending != null) {
        return properties(task, TaskChange.ofJson(pending));
      }
    }
    return null;
  }

  private static ActivatedJob.UserTaskProperties properties(TaskRow task, TaskChange change) {
    var after = change.attributes();
    return new ActivatedJob.UserTaskProperties(
        task.key(),
        change.action(),
        after.assignee(),
        after.candidateGroups(),
        after.candidateUsers(),
        TaskChange.differences(task.attributes(), after),
        after.dueDate(),
        after.followUpDate(),
        task.form().key(),
        after.priority());
  }
}
