package uz.yagona.gateway.grpc;

import io.camunda.client.protocol.rest.BatchOperationCreatedResult;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BroadcastSignalRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BroadcastSignalResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BrokerInfo;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CancelProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CancelProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeleteResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeleteResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateConditionalRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateConditionalResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition.PartitionBrokerHealth;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition.PartitionBrokerRole;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ResolveIncidentRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ResolveIncidentResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uz.yagona.engine.api.ElementCommand.ResolveIncident;
import uz.yagona.engine.api.Engine;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessInstanceResult;
import uz.yagona.gateway.GatewayProperties;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.resource.ResourceDeletion;

/** Every call of the gRPC service: one command of the engine each. */
final class GrpcGateway extends GatewayImplBase {
  private final Engine engine;
  private final Commands commands;
  private final GatewayProperties properties;
  private final Replies replies;
  private final JobCalls jobs;
  private final ResourceDeletion deletion;

  GrpcGateway(
      Engine engine,
      Commands commands,
      GatewayProperties properties,
      Replies replies,
      JobCalls jobs,
      ResourceDeletion deletion) {
    this.deletion = deletion;
    this.engine = engine;
    this.commands = commands;
    this.properties = properties;
    this.replies = replies;
    this.jobs = jobs;
  }

  @Override
  public void topology(TopologyRequest request, StreamObserver<TopologyResponse> observer) {
    replies.answer(
        observer,
        () -> CompletableFuture.completedFuture(engine.topology()),
        node -> {
          var role = node.active() ? PartitionBrokerRole.LEADER : PartitionBrokerRole.FOLLOWER;
          var partition =
              Partition.newBuilder()
                  .setPartitionId(1)
                  .setRole(role)
                  .setHealth(PartitionBrokerHealth.HEALTHY);
          return TopologyResponse.newBuilder()
              .addBrokers(
                  BrokerInfo.newBuilder()
                      .setHost(node.nodeName())
                      .setVersion(node.version())
                      .addPartitions(partition))
              .setClusterSize(1)
              .setPartitionsCount(1)
              .setReplicationFactor(1)
              .setGatewayVersion(node.version())
              .setClusterId("yagona")
              .build();
        });
  }

  @Override
  public void activateJobs(
      ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> observer) {
    jobs.activate(request, observer);
  }

  @Override
  public void streamActivatedJobs(
      StreamActivatedJobsRequest request, StreamObserver<ActivatedJob> observer) {
    jobs.stream(request, observer);
  }

  @Override
  public void completeJob(
      CompleteJobRequest request, StreamObserver<CompleteJobResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(JobMessages.completion(request)),
        done -> CompleteJobResponse.getDefaultInstance());
  }

  @Override
  public void failJob(FailJobRequest request, StreamObserver<FailJobResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(JobMessages.failure(request)),
        done -> FailJobResponse.getDefaultInstance());
  }

  @Override
  public void throwError(ThrowErrorRequest request, StreamObserver<ThrowErrorResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(JobMessages.error(request)),
        done -> ThrowErrorResponse.getDefaultInstance());
  }

  @Override
  public void updateJobRetries(
      UpdateJobRetriesRequest request, StreamObserver<UpdateJobRetriesResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(JobMessages.retries(request)),
        done -> UpdateJobRetriesResponse.getDefaultInstance());
  }

  @Override
  public void updateJobTimeout(
      UpdateJobTimeoutRequest request, StreamObserver<UpdateJobTimeoutResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(JobMessages.timeout(request)),
        done -> UpdateJobTimeoutResponse.getDefaultInstance());
  }

  @Override
  public void createProcessInstance(
      CreateProcessInstanceRequest request,
      StreamObserver<CreateProcessInstanceResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(InstanceMessages.creation(request)),
        InstanceMessages::created);
  }

  @Override
  public void createProcessInstanceWithResult(
      CreateProcessInstanceWithResultRequest request,
      StreamObserver<CreateProcessInstanceWithResultResponse> observer) {
    replies.answer(observer, () -> result(request), InstanceMessages::completed);
  }

  private CompletableFuture<ProcessInstanceResult> result(
      CreateProcessInstanceWithResultRequest request) {
    var wait = properties.resultWaitFor(request.getRequestTimeout());
    var result = commands.submit(InstanceMessages.creationWithResult(request));
    var inTime =
        result
            .copy()
            .orTimeout(wait.toMillis(), TimeUnit.MILLISECONDS)
            .exceptionallyCompose(
                failure ->
                    CompletableFuture.failedFuture(
                        failure instanceof TimeoutException ? late() : failure));
    var unused = inTime.whenComplete((completed, failure) -> result.cancel(false));
    return inTime;
  }

  private static RuntimeException late() {
    return Status.DEADLINE_EXCEEDED
        .withDescription("Expected the instance to complete in time, but it goes on")
        .asRuntimeException();
  }

  @Override
  public void cancelProcessInstance(
      CancelProcessInstanceRequest request,
      StreamObserver<CancelProcessInstanceResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(new CancelProcessInstance(request.getProcessInstanceKey())),
        done -> CancelProcessInstanceResponse.getDefaultInstance());
  }

  @Override
  public void modifyProcessInstance(
      ModifyProcessInstanceRequest request,
      StreamObserver<ModifyProcessInstanceResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(InstanceMessages.modification(request)),
        done -> ModifyProcessInstanceResponse.getDefaultInstance());
  }

  @Override
  public void migrateProcessInstance(
      MigrateProcessInstanceRequest request,
      StreamObserver<MigrateProcessInstanceResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(InstanceMessages.migration(request)),
        done -> MigrateProcessInstanceResponse.getDefaultInstance());
  }

  @Override
  public void setVariables(
      SetVariablesRequest request, StreamObserver<SetVariablesResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(InstanceMessages.variables(request)),
        done -> SetVariablesResponse.getDefaultInstance());
  }

  @Override
  public void resolveIncident(
      ResolveIncidentRequest request, StreamObserver<ResolveIncidentResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(new ResolveIncident(request.getIncidentKey())),
        done -> ResolveIncidentResponse.getDefaultInstance());
  }

  @Override
  @SuppressWarnings("deprecation")
  public void deployProcess(
      DeployProcessRequest request, StreamObserver<DeployProcessResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(DefinitionMessages.files(request)),
        DefinitionMessages::processes);
  }

  @Override
  public void deployResource(
      DeployResourceRequest request, StreamObserver<DeployResourceResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(DefinitionMessages.files(request)),
        DefinitionMessages::deployment);
  }

  @Override
  public void deleteResource(
      DeleteResourceRequest request, StreamObserver<DeleteResourceResponse> observer) {
    replies.answer(
        observer,
        () -> {
          var key = request.getResourceKey();
          return request.getDeleteHistory()
              ? deletion.deleteWithHistory(key)
              : deletion
                  .delete(key)
                  .thenApply(done -> Optional.<BatchOperationCreatedResult>empty());
        },
        batch -> DefinitionMessages.deleted(request.getResourceKey(), batch));
  }

  @Override
  public void evaluateDecision(
      EvaluateDecisionRequest request, StreamObserver<EvaluateDecisionResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(DecisionMessages.evaluation(request)),
        DecisionMessages::evaluated);
  }

  @Override
  public void publishMessage(
      PublishMessageRequest request, StreamObserver<PublishMessageResponse> observer) {
    replies.answer(
        observer, () -> commands.submit(EventMessages.message(request)), EventMessages::published);
  }

  @Override
  public void broadcastSignal(
      BroadcastSignalRequest request, StreamObserver<BroadcastSignalResponse> observer) {
    replies.answer(
        observer, () -> commands.submit(EventMessages.signal(request)), EventMessages::broadcast);
  }

  @Override
  public void evaluateConditional(
      EvaluateConditionalRequest request, StreamObserver<EvaluateConditionalResponse> observer) {
    replies.answer(
        observer,
        () -> commands.submit(EventMessages.conditional(request)),
        EventMessages::evaluated);
  }
}
