package uz.yagona.client;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.command.ProblemException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the answer for a job until the engine has taken it, has refused it, or has given the job to
 * somebody else because its lock ran out. The client itself drops an answer that fails over REST.
 */
final class CommandDelivery {
  private static final Logger log = LoggerFactory.getLogger(CommandDelivery.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** How an answer ended. */
  enum Outcome {
    DELIVERED,
    JOB_GONE,
    REFUSED,
    LOCK_EXPIRED
  }

  private final InstantSource clock;

  CommandDelivery(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param what the answer's name and job for the log, for example {@code completion of job 42}
   * @param limit how long to repeat; the job's lock ends about then
   * @param command makes a fresh command for each attempt
   */
  CompletableFuture<Outcome> deliver(
      String what, Duration limit, Supplier<FinalCommandStep<?>> command) {
    return attempt(what, clock.millis() + limit.toMillis(), command, FIRST_PAUSE);
  }

  private CompletableFuture<Outcome> attempt(
      String what, long deadlineMillis, Supplier<FinalCommandStep<?>> command, Duration pause) {
    return send(command)
        .handle(
            (response, failure) ->
                failure == null
                    ? CompletableFuture.completedFuture(Outcome.DELIVERED)
                    : afterFailure(what, deadlineMillis, command, pause, unwrap(failure)))
        .thenCompose(outcome -> outcome)
        .toCompletableFuture();
  }

  private static CompletionStage<?> send(Supplier<FinalCommandStep<?>> command) {
    try {
      return command.get().send();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletableFuture<Outcome> afterFailure(
      String what,
      long deadlineMillis,
      Supplier<FinalCommandStep<?>> command,
      Duration pause,
      Throwable failure) {
    var status = Status.of(failure);
    if (status == Status.GONE) {
      log.info("The {} came too late: the engine no longer has the job active", what);
      return CompletableFuture.completedFuture(Outcome.JOB_GONE);
    }
    if (status == Status.REFUSED) {
      log.error("The {} was refused: {}", what, failure.getMessage());
      return CompletableFuture.completedFuture(Outcome.REFUSED);
    }
    if (clock.millis() + pause.toMillis() >= deadlineMillis) {
      log.warn("The {} was not delivered before the job's lock ended; the job runs again", what);
      return CompletableFuture.completedFuture(Outcome.LOCK_EXPIRED);
    }
    log.debug("The {} failed and is repeated in {}: {}", what, pause, failure.toString());
    return CompletableFuture.supplyAsync(() -> pause, after(pause))
        .thenCompose(
            waited -> attempt(what, deadlineMillis, command, shorter(waited.multipliedBy(2))));
  }

  private static Executor after(Duration pause) {
    return CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Duration shorter(Duration pause) {
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static Throwable unwrap(Throwable failure) {
    var cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  /** What a failed command means for its job. */
  private enum Status {
    GONE,
    REFUSED,
    TEMPORARY;

    static Status of(Throwable failure) {
      for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof ProblemException problem) {
          return ofHttp(problem.code());
        }
        if (cause instanceof ClientStatusException status) {
          return ofGrpc(status.getStatusCode().name());
        }
      }
      return TEMPORARY;
    }

    private static Status ofHttp(int code) {
      return switch (code) {
        case 404, 409 -> GONE;
        case 408, 429 -> TEMPORARY;
        default -> code >= 400 && code < 500 && code != 401 ? REFUSED : TEMPORARY;
      };
    }

    private static Status ofGrpc(String code) {
      return switch (code) {
        case "NOT_FOUND", "FAILED_PRECONDITION" -> GONE;
        case "INVALID_ARGUMENT", "PERMISSION_DENIED", "OUT_OF_RANGE", "UNIMPLEMENTED" -> REFUSED;
        default -> TEMPORARY;
      };
    }
  }
}
