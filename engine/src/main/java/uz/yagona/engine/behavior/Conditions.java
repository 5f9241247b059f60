package uz.yagona.engine.behavior;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.model.Activity;
import uz.yagona.engine.model.Event;
import uz.yagona.engine.model.EventBasedGateway;
import uz.yagona.engine.model.EventDefinition.Conditional;
import uz.yagona.engine.model.EventDefinition.Conditional.Change;
import uz.yagona.engine.model.Scope;
import uz.yagona.engine.state.ElementInstance;

/** Conditional events: looked at when they begin to wait, and when variables they see change. */
final class Conditions {
  /**
   * Something to look at; {@code variable} is {@code null} when the owner has just begun to wait.
   */
  private record Look(ElementInstance scope, @Nullable String variable, Change change) {}

  private final Execution execution;
  private final ArrayDeque<Look> looks = new ArrayDeque<>();

  Conditions(Execution execution) {
    this.execution = execution;
  }

  void clear() {
    looks.clear();
  }

  void opened(ElementInstance owner) {
    add(new Look(owner, null, Change.UPDATE));
  }

  void variableSet(ElementInstance scope, String name, Change change) {
    if (scope.process().compiled().hasConditions()) {
      add(new Look(scope, name, change));
    }
  }

  private void add(Look look) {
    looks.addLast(look);
    execution.store.journal().record(looks::pollLast);
  }

  /** Triggers what has become true; {@code false} when there was nothing to look at. */
  boolean check() {
    var look = looks.poll();
    if (look == null) {
      return false;
    }
    var variable = look.variable();
    if (variable == null) {
      check(look.scope(), null, look.change());
    } else {
      look.scope().tree().toList().forEach(owner -> check(owner, variable, look.change()));
    }
    return true;
  }

  private void check(ElementInstance owner, @Nullable String variable, Change change) {
    for (var event : waiting(owner)) {
      if (event.definition() instanceof Conditional condition
          && (variable == null || condition.watches(variable, change))
          && execution.feel.evaluateValue(condition.condition(), execution.variables.lookup(owner))
              instanceof Boolean holds
          && holds) {
        execution.subscriptions.trigger(owner, event.id(), java.util.Map.of());
      }
    }
  }

  private static List<Event> waiting(ElementInstance owner) {
    var element = owner.element();
    var events = new ArrayList<Event>();
    if (owner.phase() != uz.yagona.engine.state.Phase.ACTIVE) {
      return events;
    }
    if (element instanceof Activity activity && owner.isOutermost()) {
      events.addAll(activity.boundaryEvents());
    }
    if (element instanceof Scope scope && owner.isProper()) {
      scope.eventSubProcesses().forEach(subProcess -> events.add(subProcess.start()));
    }
    if (element instanceof EventBasedGateway gateway) {
      var model = owner.process().model();
      gateway.outgoing().stream()
          .map(model::target)
          .filter(Event.class::isInstance)
          .map(Event.class::cast)
          .forEach(events::add);
    }
    if (element instanceof Event event) {
      events.add(event);
    }
    return events;
  }
}
