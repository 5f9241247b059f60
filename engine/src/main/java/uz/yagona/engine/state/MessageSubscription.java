package uz.yagona.engine.state;

import java.time.Instant;

/** An element instance waits for a message. */
public final class MessageSubscription extends OwnedRow {
  private final MessageAddress address;
  private final String elementId;
  private final boolean interrupting;
  final Cell<String> state = cell("CREATED");
  final Cell<Instant> lastUpdated;

  /**
   * @param elementId the event to trigger
   */
  public MessageSubscription(
      long key,
      ElementInstance owner,
      MessageAddress address,
      String elementId,
      boolean interrupting,
      Instant now) {
    super(key, owner);
    this.address = address;
    this.elementId = elementId;
    this.interrupting = interrupting;
    lastUpdated = cell(now);
  }

  public MessageAddress address() {
    return address;
  }

  public String elementId() {
    return elementId;
  }

  public boolean isInterrupting() {
    return interrupting;
  }

  /** A message came; a subscription that does not interrupt stays open. */
  public void correlated(Instant now) {
    if (interrupting) {
      state.set("CORRELATED");
    }
    lastUpdated.set(now);
  }

  public void deleted(Instant now) {
    state.set("DELETED");
    lastUpdated.set(now);
  }
}
