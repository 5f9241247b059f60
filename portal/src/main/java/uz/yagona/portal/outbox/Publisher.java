package uz.yagona.portal.outbox;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.StatusResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends waiting messages until the engine has acknowledged each. A message may be sent more than
 * once; its id lets the engine tell.
 */
@Component
class Publisher {
  private static final Logger log = LoggerFactory.getLogger(Publisher.class);
  private static final int BATCH = 20;
  private static final int CONFLICT = 409;
  private static final int LONGEST_ERROR = 500;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final OutboxRepository outbox;
  private final CamundaClient engine;
  private final TransactionTemplate transaction;
  private final Clock clock = Clock.systemUTC();

  Publisher(OutboxRepository outbox, CamundaClient engine, TransactionTemplate transaction) {
    this.outbox = outbox;
    this.engine = engine;
    this.transaction = transaction;
  }

  /**
   * Sends all that is due; stops at the first failure, because the next would fail alike. Takes
   * nothing while this node's engine is down or waits for the lead: another node may send it.
   */
  void publishDue() {
    if (!outbox.isAnyDue(clock.instant()) || !engineWorks()) {
      return;
    }
    while (publishBatch()) {
      // more may wait
    }
  }

  private boolean engineWorks() {
    try {
      return engine.newStatusRequest().send().join().getStatus() == StatusResponse.Status.UP;
    } catch (ClientException e) {
      log.debug("The engine does not say whether it works: {}", e.getMessage());
      return false;
    }
  }

  private boolean publishBatch() {
    Boolean more =
        transaction.execute(
            status -> {
              var due = outbox.due(clock.instant(), BATCH);
              for (var message : due) {
                if (!publish(message)) {
                  return false;
                }
              }
              return !due.isEmpty();
            });
    return Boolean.TRUE.equals(more);
  }

  private boolean publish(OutboxRepository.Due due) {
    try {
      send(due.message());
      outbox.delivered(due.outboxId(), clock.instant());
      return true;
    } catch (RuntimeException e) {
      if (isKnownAlready(e)) {
        outbox.delivered(due.outboxId(), clock.instant());
        return true;
      }
      var pause = pause(due.attempts());
      log.warn(
          "Message {} for {} was not taken by the engine and is repeated in {}: {}",
          due.message().name(),
          due.message().correlationKey(),
          pause,
          reason(e));
      outbox.failed(due.outboxId(), clock.instant().plus(pause), reason(e));
      return false;
    }
  }

  private void send(OutboxMessage message) {
    engine
        .newPublishMessageCommand()
        .messageName(message.name())
        .correlationKey(message.correlationKey())
        .messageId(message.messageId())
        .timeToLive(message.timeToLive())
        .variables(message.variables())
        .send()
        .join();
  }

  /** The engine has the message: an earlier acknowledgement was lost on the way. */
  private static boolean isKnownAlready(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem.code() == CONFLICT;
      }
      if (cause instanceof ClientStatusException status) {
        return status.getStatusCode().name().equals("ALREADY_EXISTS");
      }
    }
    return false;
  }

  private static Duration pause(int attempts) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 6));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static String reason(RuntimeException failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    var text = String.valueOf(cause.getMessage());
    return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
  }
}
