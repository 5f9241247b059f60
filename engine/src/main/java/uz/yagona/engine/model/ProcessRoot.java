package uz.yagona.engine.model;

import java.util.List;

/** The process as the outermost scope. */
public record ProcessRoot(ElementTraits traits, ScopeTraits scope) implements Scope {

  /** All start events of the process. */
  public List<StartEvent> startEvents() {
    return scope.startEvents();
  }
}
