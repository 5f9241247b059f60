package uz.yagona.engine.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** History: a message reached a subscription. */
public final class Correlation extends Row {
  private final MessageAddress address;
  private final long subscriptionKey;
  private final ProcessInstance process;
  private final @Nullable Long elementInstanceKey;
  private final String elementId;
  private final Instant time;

  /**
   * @param elementInstanceKey of what waited; {@code null} if the message started the process
   */
  public Correlation(
      long messageKey,
      MessageAddress address,
      long subscriptionKey,
      ProcessInstance process,
      @Nullable Long elementInstanceKey,
      String elementId,
      Instant time) {
    super(messageKey);
    this.address = address;
    this.subscriptionKey = subscriptionKey;
    this.process = process;
    this.elementInstanceKey = elementInstanceKey;
    this.elementId = elementId;
    this.time = time;
  }

  MessageAddress address() {
    return address;
  }

  long subscriptionKey() {
    return subscriptionKey;
  }

  ProcessInstance process() {
    return process;
  }

  @Nullable Long elementInstanceKey() {
    return elementInstanceKey;
  }

  String elementId() {
    return elementId;
  }

  Instant time() {
    return time;
  }
}
