package uz.yagona.engine.behavior;

import uz.yagona.engine.model.Scope;
import uz.yagona.engine.state.ElementInstance;

/** Processes, embedded and event sub-processes: run what is inside until no token is left. */
final class ScopeBehavior extends Behavior<Scope> {
  /** The start event that has happened: {@code {element, variables}}. */
  static final String START = "start";

  ScopeBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance instance, Scope element) {
    var start = Memory.event(instance, START);
    if (start != null) {
      instance.remember(START, null);
      var event = instance.process().model().element(start.elementId());
      execution.interpreter.activateTriggered(instance, event, start.variables());
    } else if (!execution.modification.activateInside(instance)) {
      var noneStart = element.noneStart();
      if (noneStart == null) {
        throw new IllegalStateException(
            "Expected a none start event in '%s', but there is none".formatted(element.id()));
      }
      execution.interpreter.activate(instance, noneStart);
    }
  }

  @Override
  void childEnded(ElementInstance scope, Scope element, ElementInstance child) {
    if (!scope.hasChildren() && !execution.tokens.areWaiting(scope)) {
      execution.interpreter.complete(scope);
    }
  }

  @Override
  void leave(ElementInstance instance, Scope element) {
    if (element instanceof uz.yagona.engine.model.EventSubProcess) {
      return;
    }
    super.leave(instance, element);
  }
}
