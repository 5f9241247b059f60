package uz.yagona.engine.handler;

import java.util.Map;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.JobCommand.CompleteJob;
import uz.yagona.engine.api.JobCommand.FailJob;
import uz.yagona.engine.api.JobCommand.ThrowJobError;
import uz.yagona.engine.api.JobCommand.UpdateJob;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.behavior.Jobs;
import uz.yagona.engine.state.JobFailure;
import uz.yagona.engine.state.JobRow;
import uz.yagona.engine.state.JobRow.State;
import uz.yagona.engine.state.Needs;

/** What workers tell about their jobs. */
final class JobHandler {
  private static final int MAX_MESSAGE = 10_000;

  private final Execution execution;
  private final Leases leases;

  JobHandler(Execution execution, Leases leases) {
    this.execution = execution;
    this.leases = leases;
  }

  void register(Handlers handlers) {
    handlers.on(CompleteJob.class, (command, needs) -> needs.row(command.jobKey()), this::complete);
    handlers.on(FailJob.class, (command, needs) -> needs.row(command.jobKey()), this::fail);
    handlers.on(
        ThrowJobError.class, (command, needs) -> needs.row(command.jobKey()), this::throwError);
    handlers.on(UpdateJob.class, (command, needs) -> needs.row(command.jobKey()), this::update);
    handlers.onInternal(BackoffOver.class, this::prepare, this::release);
  }

  private JobRow open(long key, String wanted) {
    var job = execution.store.find(JobRow.class, key);
    if (job == null) {
      throw RejectedException.notFound(
          "Expected to %s job with key '%d', but no such job was found", wanted, key);
    }
    return job;
  }

  /** Open, and neither failed for good nor stopped by an error. */
  private JobRow workable(long key, String wanted) {
    var job = open(key, wanted);
    if (job.state() == State.ERROR_THROWN || (job.state() == State.FAILED && job.retries() <= 0)) {
      throw RejectedException.invalidState(
          "Expected to %s job with key '%d', but it is in state '%s'", wanted, key, job.state());
    }
    var lease = leases.of(key);
    if (lease != null) {
      job.workedBy(lease.worker(), lease.deadline());
    }
    return job;
  }

  private Done complete(CompleteJob command) {
    var job = workable(command.jobKey(), "complete");
    execution.jobs.completed(job, command.variables().toMap(), command.result());
    return Done.INSTANCE;
  }

  private Done fail(FailJob command) {
    var job = workable(command.jobKey(), "fail");
    var message = shorten(command.errorMessage());
    var again =
        command.backoff().isZero() || command.backoff().isNegative()
            ? null
            : execution.now().plus(command.backoff());
    execution.variables.setLocal(job.owner(), command.variables().toMap());
    job.fail(Math.max(0, command.retries()), message, again, execution.now());
    execution.store.add(new JobFailure(job, null, message, execution.now()));
    if (job.retries() == 0) {
      execution.incidents.raise(
          job, Jobs.noRetries(job), message == null ? "No more retries left." : message);
    }
    return Done.INSTANCE;
  }

  private static @org.jspecify.annotations.Nullable String shorten(
      @org.jspecify.annotations.Nullable String message) {
    return message == null || message.length() <= MAX_MESSAGE
        ? message
        : message.substring(0, MAX_MESSAGE);
  }

  private Done throwError(ThrowJobError command) {
    var job = workable(command.jobKey(), "throw an error for");
    if (job.kind() == JobRow.Kind.EXECUTION_LISTENER || job.kind() == JobRow.Kind.TASK_LISTENER) {
      throw RejectedException.invalidState(
          "Expected to throw an error for job with key '%d', but it is the job of a listener",
          job.key());
    }
    Map<String, Object> variables = command.variables().toMap();
    execution.jobs.throwError(job, command.errorCode(), shorten(command.errorMessage()), variables);
    return Done.INSTANCE;
  }

  private Done update(UpdateJob command) {
    var job = open(command.jobKey(), "update");
    var retries = command.retries();
    if (retries != null) {
      if (retries < 1) {
        throw RejectedException.invalidArgument(
            "Expected to update retries of job with key '%d' with a positive number, but it is %d",
            job.key(), retries);
      }
      job.retries(retries, execution.now());
    }
    var timeout = command.timeout();
    if (timeout != null) {
      if (leases.of(job.key()) == null) {
        throw RejectedException.invalidState(
            "Expected to update the timeout of job with key '%d', but it is not active", job.key());
      }
      leases.extend(job.key(), execution.now().plus(timeout));
    }
    return Done.INSTANCE;
  }

  private void prepare(BackoffOver command, Needs needs) {
    needs.row(command.jobKey());
  }

  private void release(BackoffOver command) {
    var job = execution.store.find(JobRow.class, command.jobKey());
    if (job != null && job.retryAt() != null) {
      job.release(execution.now());
    }
  }
}
