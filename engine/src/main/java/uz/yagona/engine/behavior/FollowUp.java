package uz.yagona.engine.behavior;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.state.MessageAddress;

/** Something that a command sets off, done after it in the same batch. */
public sealed interface FollowUp {

  /** Goes on with an instance whose command had taken its share of steps. */
  record Continue(long processInstanceKey, long rootInstanceKey) implements FollowUp {}

  /** Stops an instance that never rests, with incidents where it stands. */
  record Stop(long processInstanceKey) implements FollowUp {}

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

  /**
   * A process broadcasts a signal, or the rest of a broadcast is due.
   *
   * @param after key of the last subscription that the signal has reached; 0 at first
   * @param last key of the last subscription to reach; 0 at first: all that are there then
   */
  record Broadcast(String signalName, Map<String, Object> variables, long after, long last)
      implements FollowUp {
    public static Broadcast of(String signalName, Map<String, Object> variables) {
      return new Broadcast(signalName, variables, 0, 0);
    }

    /** The same from there on. */
    public Broadcast rest(long reached, long end) {
      return new Broadcast(signalName, variables, reached, end);
    }
  }
}
