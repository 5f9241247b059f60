package uz.yagona.engine.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.Expression;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.Activity;
import uz.yagona.engine.model.ElementType;
import uz.yagona.engine.model.Event;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.model.EventSubProcess;
import uz.yagona.engine.model.Scope;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.Phase;

/** Errors and escalations: from the thrower outwards to the first event that catches them. */
public final class Throwing {
  private final Execution execution;

  Throwing(Execution execution) {
    this.execution = execution;
  }

  /** Throws an error; {@code false} when nothing catches it. */
  boolean error(ElementInstance thrower, String code, Map<String, Object> variables) {
    return raise(thrower, EventDefinition.BpmnError.class, code, variables);
  }

  /**
   * Throws an escalation; it is no fault when nothing catches it. {@code true} when what catches it
   * interrupts the thrower.
   */
  boolean escalation(ElementInstance thrower, String code) {
    return raise(thrower, EventDefinition.Escalation.class, code, Map.of())
        && isInterrupted(thrower);
  }

  private boolean isInterrupted(ElementInstance thrower) {
    for (ElementInstance at = thrower; at != null; at = outward(at)) {
      if (at.phase() == Phase.TERMINATING) {
        return true;
      }
    }
    return false;
  }

  static String uncaught(String code, @Nullable String message) {
    return "Expected an event that catches the error with the code '%s'%s, but there is none"
        .formatted(code, message == null || message.isBlank() ? "" : " (" + message + ")");
  }

  private boolean raise(
      ElementInstance thrower,
      Class<? extends EventDefinition> kind,
      String code,
      Map<String, Object> variables) {
    for (ElementInstance at = thrower; at != null; at = outward(at)) {
      if (catches(at, boundaryEvents(at), kind, code, variables)) {
        return true;
      }
      var scope = at.scope();
      if (scope != null
          && at.type() != ElementType.EVENT_SUB_PROCESS
          && catches(scope, starts(scope), kind, code, variables)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable ElementInstance outward(ElementInstance instance) {
    var scope = instance.scope();
    return scope == null ? execution.calls.callActivity(instance.process()) : scope;
  }

  private static List<? extends Event> boundaryEvents(ElementInstance instance) {
    return instance.element() instanceof Activity activity && instance.isOutermost()
        ? activity.boundaryEvents()
        : List.of();
  }

  private static List<? extends Event> starts(ElementInstance scope) {
    return scope.element() instanceof Scope element && scope.isProper()
        ? element.eventSubProcesses().stream().map(EventSubProcess::start).toList()
        : List.of();
  }

  /** The one with the very code comes first, then one for all codes. */
  private boolean catches(
      ElementInstance owner,
      List<? extends Event> events,
      Class<? extends EventDefinition> kind,
      String code,
      Map<String, Object> variables) {
    if (owner.phase().isLeaving() || owner.recall(Memory.INTERRUPTION) != null) {
      return false;
    }
    var forAll = new ArrayList<Event>();
    for (var event : events) {
      if (kind.isInstance(event.definition())) {
        var wanted = code(event.definition());
        if (wanted == null) {
          forAll.add(event);
        } else if (execution.feel.evaluateString(wanted, VariableLookup.NONE).equals(code)) {
          execution.subscriptions.trigger(owner, event.id(), variables);
          return true;
        }
      }
    }
    if (!forAll.isEmpty()) {
      execution.subscriptions.trigger(owner, forAll.get(0).id(), variables);
    }
    return !forAll.isEmpty();
  }

  private static @Nullable Expression code(EventDefinition definition) {
    if (definition instanceof EventDefinition.BpmnError error) {
      return error.code();
    }
    return definition instanceof EventDefinition.Escalation escalation ? escalation.code() : null;
  }
}
