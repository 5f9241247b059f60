package uz.yagona.engine.state;

/** An element instance waits for a signal. */
public final class SignalSubscription extends OwnedRow {
  private final String signalName;
  private final String elementId;

  /**
   * @param elementId the event to trigger
   */
  public SignalSubscription(long key, ElementInstance owner, String signalName, String elementId) {
    super(key, owner);
    this.signalName = signalName;
    this.elementId = elementId;
  }

  public String signalName() {
    return signalName;
  }

  public String elementId() {
    return elementId;
  }
}
