package uz.yagona.engine.state;

import java.time.Instant;
import uz.yagona.engine.definition.ProcessDefinition;

/** A message or signal start event of the latest version of a process. */
public final class StartSubscription extends Row {
  private final ProcessDefinition definition;
  private final String elementId;
  private final String name;
  private final Instant opened;
  final Cell<String> state = cell("CREATED");

  public StartSubscription(
      long key, ProcessDefinition definition, String elementId, String name, Instant opened) {
    super(key);
    this.definition = definition;
    this.elementId = elementId;
    this.name = name;
    this.opened = opened;
  }

  public ProcessDefinition definition() {
    return definition;
  }

  public String elementId() {
    return elementId;
  }

  /** Name of the message or signal. */
  public String name() {
    return name;
  }

  Instant opened() {
    return opened;
  }
}
