package uz.yagona.engine.state;

/** Where an element instance stands in its life; finer than the state that the API shows. */
public enum Phase {
  /** Input mappings are to be applied. */
  ACTIVATING,
  /** A start listener is at work. */
  STARTING,
  /** The behavior is to begin. */
  ENTERING,
  /** The behavior has begun: it waits, or is to go on. */
  ACTIVE,
  /** Output mappings are to be applied. */
  COMPLETING,
  /** An end listener is at work. */
  ENDING,
  /** The tokens are to move on. */
  LEAVING,
  /** What is inside is to be ended first. */
  TERMINATING,
  COMPLETED,
  TERMINATED;

  /** The state as the API shows it. */
  public String state() {
    return isEnded() ? name() : "ACTIVE";
  }

  public boolean isEnded() {
    return this == COMPLETED || this == TERMINATED;
  }

  /** Whether the instance is on its way out already, or out. */
  public boolean isLeaving() {
    return compareTo(COMPLETING) >= 0;
  }
}
