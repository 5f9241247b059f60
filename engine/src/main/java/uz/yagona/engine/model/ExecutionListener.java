package uz.yagona.engine.model;

/** A job that runs before an element starts or after it ends. */
public record ExecutionListener(Event event, JobDefinition job) {

  /** When the listener runs. */
  public enum Event {
    START,
    END
  }
}
