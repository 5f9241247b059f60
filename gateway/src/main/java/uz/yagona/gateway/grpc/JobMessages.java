package uz.yagona.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob.JobKind;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob.ListenerEventType;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.JobResultCorrections;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UserTaskProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.engine.api.JobCommand.AdHocActivation;
import uz.yagona.engine.api.JobCommand.AdHocResult;
import uz.yagona.engine.api.JobCommand.CompleteJob;
import uz.yagona.engine.api.JobCommand.FailJob;
import uz.yagona.engine.api.JobCommand.JobResult;
import uz.yagona.engine.api.JobCommand.TaskCorrections;
import uz.yagona.engine.api.JobCommand.TaskListenerResult;
import uz.yagona.engine.api.JobCommand.ThrowJobError;
import uz.yagona.engine.api.JobCommand.UpdateJob;
import uz.yagona.gateway.job.JobLimits;
import uz.yagona.gateway.json.Values;

/** Messages on jobs. */
final class JobMessages {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String AD_HOC = "adHocSubProcess";
  private static final int STREAMED = 1;

  private JobMessages() {}

  static ActivateJobs activation(ActivateJobsRequest request) {
    request.getTenantIdsList().forEach(Values::onlyDefaultTenant);
    return JobLimits.checked(
        request.getType(),
        request.getWorker(),
        request.getTimeout(),
        request.getMaxJobsToActivate(),
        request.getFetchVariableList());
  }

  static ActivateJobs activation(StreamActivatedJobsRequest request) {
    request.getTenantIdsList().forEach(Values::onlyDefaultTenant);
    return JobLimits.checked(
        request.getType(),
        request.getWorker(),
        request.getTimeout(),
        STREAMED,
        request.getFetchVariableList());
  }

  static GatewayOuterClass.ActivatedJob job(ActivatedJob job) {
    var message =
        GatewayOuterClass.ActivatedJob.newBuilder()
            .setKey(job.jobKey())
            .setType(job.type())
            .setKind(JobKind.valueOf(job.kind()))
            .setListenerEventType(ListenerEventType.valueOf(job.listenerEventType()))
            .setProcessInstanceKey(job.processInstanceKey())
            .setBpmnProcessId(job.processDefinitionId())
            .setProcessDefinitionVersion(job.processDefinitionVersion())
            .setProcessDefinitionKey(job.processDefinitionKey())
            .setElementId(job.elementId())
            .setElementInstanceKey(job.elementInstanceKey())
            .setCustomHeaders(JSON.writeValueAsString(job.customHeaders()))
            .setWorker(job.worker())
            .setRetries(job.retries())
            .setDeadline(job.deadline().toEpochMilli())
            .setVariables(job.variables())
            .setTenantId(Values.TENANT)
            .addAllTags(job.tags());
    var userTask = job.userTask();
    if (userTask != null) {
      message.setUserTask(userTask(userTask));
    }
    return message.build();
  }

  private static UserTaskProperties userTask(ActivatedJob.UserTaskProperties task) {
    var message =
        UserTaskProperties.newBuilder()
            .setUserTaskKey(task.userTaskKey())
            .addAllCandidateGroups(task.candidateGroups())
            .addAllCandidateUsers(task.candidateUsers())
            .addAllChangedAttributes(task.changedAttributes())
            .setPriority(task.priority());
    if (task.action() != null) {
      message.setAction(task.action());
    }
    if (task.assignee() != null) {
      message.setAssignee(task.assignee());
    }
    if (task.dueDate() != null) {
      message.setDueDate(Values.text(task.dueDate()));
    }
    if (task.followUpDate() != null) {
      message.setFollowUpDate(Values.text(task.followUpDate()));
    }
    if (task.formKey() != null) {
      message.setFormKey(task.formKey());
    }
    return message.build();
  }

  static CompleteJob completion(CompleteJobRequest request) {
    return new CompleteJob(
        request.getJobKey(),
        Texts.variables(request.getVariables()),
        request.hasResult() ? result(request.getResult()) : null);
  }

  private static JobResult result(GatewayOuterClass.JobResult result) {
    if (result.getType().equals(AD_HOC)) {
      return new AdHocResult(
          result.getActivateElementsList().stream()
              .map(
                  each ->
                      new AdHocActivation(
                          Texts.required("elementId", each.getElementId()),
                          Texts.variables(each.getVariables())))
              .toList(),
          result.getIsCompletionConditionFulfilled(),
          result.getIsCancelRemainingInstances());
    }
    return new TaskListenerResult(
        result.getDenied(),
        Texts.orNull(result.getDeniedReason()),
        corrections(result.getCorrections()));
  }

  private static TaskCorrections corrections(JobResultCorrections corrections) {
    return new TaskCorrections(
        corrections.hasAssignee() ? corrections.getAssignee() : null,
        corrections.hasCandidateGroups() ? corrections.getCandidateGroups().getValuesList() : null,
        corrections.hasCandidateUsers() ? corrections.getCandidateUsers().getValuesList() : null,
        Values.change("dueDate", corrections.hasDueDate() ? corrections.getDueDate() : null),
        Values.change(
            "followUpDate", corrections.hasFollowUpDate() ? corrections.getFollowUpDate() : null),
        corrections.hasPriority() ? corrections.getPriority() : null);
  }

  static FailJob failure(FailJobRequest request) {
    return JobLimits.failure(
        request.getJobKey(),
        request.getRetries(),
        Texts.orNull(request.getErrorMessage()),
        request.getRetryBackOff(),
        Texts.variables(request.getVariables()));
  }

  static ThrowJobError error(ThrowErrorRequest request) {
    @Nullable String message = Texts.orNull(request.getErrorMessage());
    return new ThrowJobError(
        request.getJobKey(),
        Texts.required("errorCode", request.getErrorCode()),
        JobLimits.shortened(message),
        Texts.variables(request.getVariables()));
  }

  static UpdateJob retries(UpdateJobRetriesRequest request) {
    return new UpdateJob(request.getJobKey(), request.getRetries(), null);
  }

  static UpdateJob timeout(UpdateJobTimeoutRequest request) {
    return new UpdateJob(
        request.getJobKey(), null, Values.duration("timeout", request.getTimeout()));
  }
}
