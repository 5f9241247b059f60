package uz.yagona.engine.api;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages, signals and conditions. */
public sealed interface EventCommand<R> extends Command<R> {

  /**
   * Publishes a message; it is buffered for {@code timeToLive}.
   *
   * <p>Rejected: ALREADY_EXISTS when a message with the same name, correlation key and id is
   * buffered.
   */
  record PublishMessage(
      String name,
      String correlationKey,
      @Nullable String messageId,
      Duration timeToLive,
      Variables variables)
      implements EventCommand<PublishedMessage> {}

  /** Correlates now; NOT_FOUND when nothing waits for the message. */
  record CorrelateMessage(String name, String correlationKey, Variables variables)
      implements EventCommand<CorrelatedMessage> {}

  /** Reaches everything that waits for the signal, and starts processes with its start event. */
  record BroadcastSignal(String name, Variables variables)
      implements EventCommand<BroadcastedSignal> {}

  /**
   * Starts processes whose conditional start event holds for the variables.
   *
   * @param processDefinitionKey only this definition; {@code null} means all latest versions
   */
  record EvaluateConditional(Variables variables, @Nullable Long processDefinitionKey)
      implements EventCommand<EvaluatedConditional> {}

  /** The message's key. */
  record PublishedMessage(long messageKey) {}

  /** The message's key and the first instance it reached. */
  record CorrelatedMessage(long messageKey, long processInstanceKey) {}

  /** The signal's key. */
  record BroadcastedSignal(long signalKey) {}

  /** The instances started. */
  record EvaluatedConditional(long evaluationKey, List<StartedInstance> instances) {}

  /** An instance started by a condition. */
  record StartedInstance(long processDefinitionKey, long processInstanceKey) {}
}
