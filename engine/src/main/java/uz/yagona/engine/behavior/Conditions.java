package uz.yagona.engine.behavior;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.ExpressionException;
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

  private record Trigger(long ownerKey, String eventId) {}

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

  /** Triggers what holds, outer scopes first; an event once, however many variables changed. */
  void check() {
    if (looks.isEmpty()) {
      return;
    }
    var triggered = new HashSet<Trigger>();
    for (var look = looks.poll(); look != null; look = looks.poll()) {
      var variable = look.variable();
      if (variable == null) {
        check(look.scope(), null, look.change(), triggered);
      } else {
        for (var owner : look.scope().tree().toList()) {
          check(owner, variable, look.change(), triggered);
        }
      }
    }
  }

  private void check(
      ElementInstance owner, @Nullable String variable, Change change, Set<Trigger> triggered) {
    for (var event : waiting(owner)) {
      if (event.definition() instanceof Conditional condition
          && (variable == null || condition.watches(variable, change))
          && !isInterrupted(owner)
          && holds(condition, owner)
          && triggered.add(new Trigger(owner.key(), event.id()))) {
        execution.subscriptions.trigger(owner, event.id(), Map.of());
      }
    }
  }

  private static boolean isInterrupted(ElementInstance owner) {
    for (ElementInstance at = owner; at != null; at = at.scope()) {
      if (at.phase().isLeaving()) {
        return true;
      }
    }
    return false;
  }

  /** What cannot be evaluated does not hold: the change of a variable must not fail by it. */
  private boolean holds(Conditional condition, ElementInstance owner) {
    try {
      var lookup = execution.variables.lookup(owner);
      return Boolean.TRUE.equals(execution.feel.evaluateValue(condition.condition(), lookup));
    } catch (ExpressionException e) {
      return false;
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
