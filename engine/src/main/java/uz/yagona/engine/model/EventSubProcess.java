package uz.yagona.engine.model;

/** A sub-process that an event starts while its parent scope is active. */
public record EventSubProcess(ElementTraits traits, ScopeTraits scope, StartEvent start)
    implements Scope {

  /** Whether the event ends everything else in the parent scope. */
  public boolean isInterrupting() {
    return start.interrupting();
  }
}
