package uz.yagona.engine.state;

import java.time.Instant;
import uz.yagona.engine.definition.ProcessDefinition;

/** A timer start event of the latest version of a process. */
public final class StartTimer extends Row {
  private final ProcessDefinition definition;
  private final String elementId;
  private final Instant dueDate;
  private final int repetitions;

  public StartTimer(
      long key, ProcessDefinition definition, String elementId, Instant dueDate, int repetitions) {
    super(key);
    this.definition = definition;
    this.elementId = elementId;
    this.dueDate = dueDate;
    this.repetitions = repetitions;
  }

  public ProcessDefinition definition() {
    return definition;
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
