package uz.yagona.engine.state;

import java.time.Instant;

/** A point in time that an element instance waits for. */
public final class TimerRow extends OwnedRow {
  private final String elementId;
  private final Instant dueDate;
  private final int repetitions;

  /**
   * @param elementId the event to trigger
   * @param repetitions still to come, this one included; -1 for ever
   */
  public TimerRow(
      long key, ElementInstance owner, String elementId, Instant dueDate, int repetitions) {
    super(key, owner);
    this.elementId = elementId;
    this.dueDate = dueDate;
    this.repetitions = repetitions;
  }

  public String elementId() {
    return elementId;
  }

  public Instant dueDate() {
    return dueDate;
  }

  public int repetitions() {
    return repetitions;
  }
}
