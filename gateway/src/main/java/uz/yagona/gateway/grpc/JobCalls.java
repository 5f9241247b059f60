package uz.yagona.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.engine.api.Engine;
import uz.yagona.gateway.GatewayProperties;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.identity.KnownCallers;
import uz.yagona.gateway.problem.GrpcProblems;

/** Hands out jobs over gRPC, to waiting calls and to streams. */
final class JobCalls {
  /** Well below the 4 MB that clients take by default. */
  private static final int LONGEST_ANSWER = 2_000_000;

  private final Engine engine;
  private final Commands commands;
  private final KnownCallers callers;
  private final GatewayProperties properties;
  private final Executor executor;
  private final Map<StreamObserver<?>, Waiting> waiting = new ConcurrentHashMap<>();
  private final Set<JobStreamCall> streams = ConcurrentHashMap.newKeySet();

  JobCalls(
      Engine engine,
      Commands commands,
      KnownCallers callers,
      GatewayProperties properties,
      Executor executor) {
    this.engine = engine;
    this.commands = commands;
    this.callers = callers;
    this.properties = properties;
    this.executor = executor;
  }

  /**
   * A call that waits for jobs.
   *
   * @param isLimited whether the rights of the caller can change
   */
  private record Waiting(CompletableFuture<List<ActivatedJob>> jobs, boolean isLimited) {
    void end() {
      jobs.cancel(false);
    }
  }

  void activate(ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> observer) {
    var call = (ServerCallStreamObserver<ActivateJobsResponse>) observer;
    CompletableFuture<List<ActivatedJob>> jobs;
    try {
      var wait = properties.pollFor(request.getRequestTimeout());
      jobs = commands.activateJobs(JobMessages.activation(request), wait);
    } catch (RuntimeException e) {
      observer.onError(GrpcProblems.of(e));
      return;
    }
    var caller = CurrentCaller.get();
    waiting.put(observer, new Waiting(jobs, !caller.rights().isUnlimited()));
    if (!callers.isCurrent(caller)) {
      jobs.cancel(false);
    }
    call.setOnCancelHandler(() -> jobs.cancel(false));
    var unused =
        jobs.whenCompleteAsync(
            (found, failure) -> {
              waiting.remove(observer);
              answer(call, jobs.isCancelled() ? List.of() : found, failure, jobs.isCancelled());
            },
            executor);
  }

  private void answer(
      ServerCallStreamObserver<ActivateJobsResponse> call,
      @Nullable List<ActivatedJob> found,
      @Nullable Throwable failure,
      boolean isEnded) {
    if (call.isCancelled()) {
      giveBack(found);
    } else if (found != null) {
      handOver(call, found);
      call.onCompleted();
    } else if (failure != null && !isEnded) {
      call.onError(GrpcProblems.of(failure));
    }
  }

  /** In several answers when they are long; what a cancelled call did not take goes back. */
  private void handOver(
      ServerCallStreamObserver<ActivateJobsResponse> call, List<ActivatedJob> found) {
    var answer = ActivateJobsResponse.newBuilder();
    var length = 0;
    var left = new ArrayList<>(found);
    for (var job : found) {
      var message = JobMessages.job(job);
      if (length > 0 && length + message.getSerializedSize() > LONGEST_ANSWER) {
        call.onNext(answer.build());
        answer.clear();
        length = 0;
      }
      if (call.isCancelled()) {
        giveBack(left);
        return;
      }
      answer.addJobs(message);
      length += message.getSerializedSize();
      left.remove(job);
    }
    if (length > 0) {
      call.onNext(answer.build());
    }
    if (call.isCancelled()) {
      giveBack(found);
    }
  }

  private void giveBack(@Nullable List<ActivatedJob> jobs) {
    if (jobs != null && !jobs.isEmpty()) {
      engine.giveBack(jobs.stream().map(ActivatedJob::jobKey).toList());
    }
  }

  void stream(
      StreamActivatedJobsRequest request, StreamObserver<GatewayOuterClass.ActivatedJob> observer) {
    var call = (ServerCallStreamObserver<GatewayOuterClass.ActivatedJob>) observer;
    var stream = new JobStreamCall(engine, commands, call, streams::remove);
    streams.add(stream);
    try {
      stream.open(JobMessages.activation(request));
      if (!callers.isCurrent(CurrentCaller.get())) {
        stream.end();
      }
    } catch (RuntimeException e) {
      streams.remove(stream);
      observer.onError(GrpcProblems.of(e));
    }
  }

  /** Ends waits and streams of callers whose rights may be others now; clients come again. */
  void endLimited() {
    waiting.values().stream().filter(Waiting::isLimited).forEach(Waiting::end);
    streams.stream().filter(JobStreamCall::isLimited).forEach(JobStreamCall::end);
  }

  /** Answers what waits with no jobs and ends the streams; clients open them again. */
  void endAll() {
    waiting.values().forEach(Waiting::end);
    streams.forEach(JobStreamCall::end);
  }
}
