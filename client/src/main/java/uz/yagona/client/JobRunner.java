package uz.yagona.client;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one {@link JobTask} for each job of its type and sends the answer. */
final class JobRunner implements JobHandler {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
  private static final int MESSAGE_LIMIT = 500;

  private final JobTask task;
  private final CommandDelivery delivery;
  private final InFlight inFlight;

  JobRunner(JobTask task, CommandDelivery delivery, InFlight inFlight) {
    this.task = task;
    this.delivery = delivery;
    this.inFlight = inFlight;
  }

  @Override
  public void handle(JobClient client, ActivatedJob job) {
    LogKeys.around(job, () -> run(client, job));
  }

  private void run(JobClient client, ActivatedJob job) {
    inFlight.begin();
    var unused =
        answer(client, job)
            .whenComplete(
                (outcome, failure) -> {
                  inFlight.end();
                  if (failure != null) {
                    log.error("Answering job {} failed", job.getKey(), Redacted.of(failure));
                  }
                });
  }

  private CompletableFuture<CommandDelivery.Outcome> answer(JobClient client, ActivatedJob job) {
    Map<String, Object> variables;
    try {
      variables = task.handle(JobContext.of(job));
    } catch (BpmnErrorException e) {
      return throwError(client, job, e);
    } catch (JobException e) {
      log.warn("Job {} of type {} failed: {}", job.getKey(), job.getType(), e.getMessage());
      return fail(client, job, String.valueOf(e.getMessage()), e.isRetryable());
    } catch (RuntimeException e) {
      log.error("Job {} of type {} failed", job.getKey(), job.getType(), Redacted.of(e));
      return fail(client, job, unexpected(job, e), true);
    }
    return complete(client, job, variables);
  }

  private CompletableFuture<CommandDelivery.Outcome> complete(
      JobClient client, ActivatedJob job, Map<String, Object> variables) {
    return delivery
        .deliver(
            "completion of job " + job.getKey(),
            task.lockFor(),
            () -> client.newCompleteCommand(job).variables(variables))
        .thenCompose(
            outcome ->
                outcome == CommandDelivery.Outcome.REFUSED
                    ? fail(
                        client,
                        job,
                        "Expected the engine to take the result, but it refused it",
                        false)
                    : CompletableFuture.completedFuture(outcome));
  }

  private CompletableFuture<CommandDelivery.Outcome> throwError(
      JobClient client, ActivatedJob job, BpmnErrorException error) {
    return delivery.deliver(
        "BPMN error " + error.code() + " of job " + job.getKey(),
        task.lockFor(),
        () ->
            client
                .newThrowErrorCommand(job)
                .errorCode(error.code())
                .errorMessage(capped(String.valueOf(error.getMessage())))
                .variables(error.variables()));
  }

  private CompletableFuture<CommandDelivery.Outcome> fail(
      JobClient client, ActivatedJob job, String message, boolean retryable) {
    var pause = task.retryPolicy().pauseAfterFailureWith(job.getRetries());
    var retries = retryable ? Math.max(job.getRetries() - 1, 0) : 0;
    return delivery.deliver(
        "failure of job " + job.getKey(),
        task.lockFor(),
        () ->
            client
                .newFailCommand(job)
                .retries(retries)
                .retryBackoff(pause)
                .errorMessage(capped(message)));
  }

  private static String unexpected(ActivatedJob job, RuntimeException e) {
    return "Expected to finish the work, but %s was thrown; the worker's log names job %d"
        .formatted(e.getClass().getSimpleName(), job.getKey());
  }

  private static String capped(String message) {
    return message.length() <= MESSAGE_LIMIT ? message : message.substring(0, MESSAGE_LIMIT);
  }
}
