package uz.yagona.engine.behavior;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.state.MessageAddress;

/** Something that a command sets off, done after it in the same batch. */
public sealed interface FollowUp {

  /** Goes on with an instance whose command had taken its share of steps. */
  record Continue(long processInstanceKey) implements FollowUp {}

  /** A subscription was opened: a buffered message may fit. */
  record Opened(MessageAddress address, long subscriptionKey) implements FollowUp {}

  /** The instance that a message started is over: the next buffered message may start another. */
  record StartFreed(MessageAddress address, String processId) implements FollowUp {}

  /** A process publishes a message. */
  record Publish(
      MessageAddress address,
      @Nullable String messageId,
      java.time.Duration timeToLive,
      Map<String, Object> variables)
      implements FollowUp {}

  /** A process broadcasts a signal. */
  record Broadcast(String signalName, Map<String, Object> variables) implements FollowUp {}
}
