package uz.yagona.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.engine.api.Engine;
import uz.yagona.engine.api.JobReceiver;
import uz.yagona.engine.api.JobStream;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.command.Commands;

/** One stream of jobs to a worker, as fast as the worker reads. */
final class JobStreamCall implements JobReceiver {
  private final Engine engine;
  private final Commands commands;
  private final ServerCallStreamObserver<GatewayOuterClass.ActivatedJob> call;
  private final Consumer<JobStreamCall> whenOver;
  private final boolean isLimited = !CurrentCaller.get().rights().isUnlimited();
  private boolean isOver;
  private @Nullable JobStream stream;

  JobStreamCall(
      Engine engine,
      Commands commands,
      ServerCallStreamObserver<GatewayOuterClass.ActivatedJob> call,
      Consumer<JobStreamCall> whenOver) {
    this.engine = engine;
    this.commands = commands;
    this.call = call;
    this.whenOver = whenOver;
  }

  void open(ActivateJobs wanted) {
    call.setOnReadyHandler(this::ready);
    call.setOnCancelHandler(this::close);
    var opened = commands.openJobStream(wanted, this);
    synchronized (this) {
      stream = opened;
      if (!isOver) {
        return;
      }
    }
    opened.close();
  }

  @Override
  public boolean offer(ActivatedJob job) {
    synchronized (this) {
      if (isOver || call.isCancelled() || !call.isReady()) {
        return false;
      }
      call.onNext(JobMessages.job(job));
    }
    if (call.isCancelled()) {
      engine.giveBack(List.of(job.jobKey()));
    }
    return true;
  }

  private void ready() {
    JobStream opened;
    synchronized (this) {
      opened = stream;
    }
    if (opened != null) {
      opened.ready();
    }
  }

  /** Whether the rights of the caller can change. */
  boolean isLimited() {
    return isLimited;
  }

  /** Ends the stream from this side. */
  void end() {
    synchronized (this) {
      if (!isOver && !call.isCancelled()) {
        isOver = true;
        call.onCompleted();
      }
    }
    close();
  }

  private void close() {
    JobStream opened;
    synchronized (this) {
      isOver = true;
      opened = stream;
    }
    whenOver.accept(this);
    if (opened != null) {
      opened.close();
    }
  }
}
