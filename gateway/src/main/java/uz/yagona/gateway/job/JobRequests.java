package uz.yagona.gateway.job;

import io.camunda.client.protocol.rest.JobActivationRequest;
import io.camunda.client.protocol.rest.JobCompletionRequest;
import io.camunda.client.protocol.rest.JobErrorRequest;
import io.camunda.client.protocol.rest.JobFailRequest;
import io.camunda.client.protocol.rest.JobResultCorrections;
import io.camunda.client.protocol.rest.JobUpdateRequest;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.JobCommand.AdHocActivation;
import uz.yagona.engine.api.JobCommand.AdHocResult;
import uz.yagona.engine.api.JobCommand.CompleteJob;
import uz.yagona.engine.api.JobCommand.FailJob;
import uz.yagona.engine.api.JobCommand.JobResult;
import uz.yagona.engine.api.JobCommand.TaskCorrections;
import uz.yagona.engine.api.JobCommand.TaskListenerResult;
import uz.yagona.engine.api.JobCommand.ThrowJobError;
import uz.yagona.engine.api.JobCommand.UpdateJob;
import uz.yagona.engine.api.Variables;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;

/** Requests on jobs as commands. */
final class JobRequests {
  private static final String USER_TASK = "userTask";
  private static final String AD_HOC = "adHocSubProcess";

  private JobRequests() {}

  static ActivateJobs activation(JobActivationRequest body) {
    Values.list(body.getTenantIds()).forEach(Values::onlyDefaultTenant);
    return JobLimits.checked(
        body.getType(),
        body.getWorker(),
        body.getTimeout(),
        body.getMaxJobsToActivate(),
        Values.list(body.getFetchVariable()));
  }

  static CompleteJob completion(long jobKey, @Nullable JobCompletionRequest body) {
    return body == null
        ? CompleteJob.of(jobKey, Variables.NONE)
        : new CompleteJob(jobKey, Values.variables(body.getVariables()), result(body.getResult()));
  }

  private static @Nullable JobResult result(
      io.camunda.client.protocol.rest.@Nullable JobResult result) {
    if (result == null) {
      return null;
    }
    if (USER_TASK.equals(result.getType())) {
      return new TaskListenerResult(
          Boolean.TRUE.equals(result.getDenied()),
          result.getDeniedReason(),
          corrections(result.getCorrections()));
    }
    if (AD_HOC.equals(result.getType())) {
      return new AdHocResult(
          Values.list(result.getActivateElements()).stream()
              .map(
                  each ->
                      new AdHocActivation(
                          Values.required("activateElements.elementId", each.getElementId()),
                          Values.variables(each.getVariables())))
              .toList(),
          Boolean.TRUE.equals(result.getIsCompletionConditionFulfilled()),
          Boolean.TRUE.equals(result.getIsCancelRemainingInstances()));
    }
    throw new InvalidRequestException(
        "Expected userTask or adHocSubProcess for result.type, but got '%s'"
            .formatted(result.getType()));
  }

  private static TaskCorrections corrections(@Nullable JobResultCorrections corrections) {
    return corrections == null
        ? TaskCorrections.NONE
        : new TaskCorrections(
            corrections.getAssignee(),
            corrections.getCandidateGroups(),
            corrections.getCandidateUsers(),
            Values.change("corrections.dueDate", corrections.getDueDate()),
            Values.change("corrections.followUpDate", corrections.getFollowUpDate()),
            corrections.getPriority());
  }

  static FailJob failure(long jobKey, @Nullable JobFailRequest body) {
    return body == null
        ? JobLimits.failure(jobKey, 0, null, 0, Variables.NONE)
        : JobLimits.failure(
            jobKey,
            body.getRetries() == null ? 0 : body.getRetries(),
            body.getErrorMessage(),
            body.getRetryBackOff() == null ? 0 : body.getRetryBackOff(),
            Values.variables(body.getVariables()));
  }

  static ThrowJobError error(long jobKey, JobErrorRequest body) {
    return new ThrowJobError(
        jobKey,
        Values.required("errorCode", body.getErrorCode()),
        JobLimits.shortened(body.getErrorMessage()),
        Values.variables(body.getVariables()));
  }

  static UpdateJob update(long jobKey, JobUpdateRequest body) {
    var changes = body.getChangeset();
    if (changes == null || (changes.getRetries() == null && changes.getTimeout() == null)) {
      throw new InvalidRequestException(
          "Expected retries or timeout in 'changeset', but got neither");
    }
    return new UpdateJob(
        jobKey,
        changes.getRetries(),
        changes.getTimeout() == null
            ? null
            : Values.duration("changeset.timeout", changes.getTimeout()));
  }
}
