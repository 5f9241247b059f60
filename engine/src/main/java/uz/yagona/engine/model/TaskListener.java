package uz.yagona.engine.model;

/** A job that runs when a user task changes, before the change takes effect. */
public record TaskListener(Event event, JobDefinition job) {

  /** The change of the user task that the listener waits for. */
  public enum Event {
    CREATING,
    ASSIGNING,
    UPDATING,
    COMPLETING,
    CANCELING
  }
}
