package uz.yagona.engine.behavior;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import uz.yagona.engine.feel.ExpressionException;
import uz.yagona.engine.model.Activity;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.ElementType;
import uz.yagona.engine.model.Scope;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.Phase;
import uz.yagona.engine.state.ProcessInstance;

/**
 * Moves element instances through their phases, step by step, until each rests. A step is all or
 * nothing: when the model does not let it pass, the instance stays where it was, with an incident.
 */
public final class Interpreter {
  private final Execution execution;
  private final ArrayDeque<ElementInstance> steps = new ArrayDeque<>();

  /** Steps of the command so far; large variables count as several. */
  private int taken;

  Interpreter(Execution execution) {
    this.execution = execution;
  }

  /**
   * Runs what is scheduled. What is left after {@code limit} steps is marked for continuation, and
   * a follow-up is asked for.
   *
   * @return steps taken
   */
  public int run(int limit) {
    execution.conditions.check();
    for (var next = steps.poll(); next != null; next = steps.poll()) {
      if (taken >= limit) {
        steps.addFirst(next);
        park();
        return taken;
      }
      taken++;
      step(next);
      execution.conditions.check();
    }
    return taken;
  }

  /** Something costs as much as so many steps. */
  void charge(int equivalent) {
    taken += equivalent;
  }

  private void park() {
    var parked = new LinkedHashSet<ProcessInstance>();
    for (var instance : steps) {
      if (!instance.phase().isEnded()) {
        instance.continuation(true);
        parked.add(instance.process());
      }
    }
    steps.clear();
    parked.forEach(
        process -> execution.followUp(new FollowUp.Continue(process.key(), process.rootKey())));
  }

  /** Takes up again what was cut. */
  public void resume(ProcessInstance process) {
    for (var instance : cut(process)) {
      instance.continuation(false);
      schedule(instance);
    }
  }

  private static List<ElementInstance> cut(ProcessInstance process) {
    return process.tree().filter(ElementInstance::hasContinuation).toList();
  }

  /** Raises incidents where the instance would go on; only what ends it goes on. */
  public void stop(ProcessInstance process) {
    for (var instance : cut(process)) {
      instance.continuation(false);
      if (instance.phase() == Phase.TERMINATING) {
        schedule(instance);
      } else {
        execution.incidents.raise(
            instance,
            IncidentType.UNKNOWN,
            "Expected the instance to rest, but it has gone on for %d steps: its model may loop without waiting. Resolve the incident to let it go on."
                .formatted(execution.limits.restlessSteps()));
      }
    }
  }

  /** Forgets what a failed command has scheduled. */
  public void clear() {
    taken = 0;
    steps.clear();
    execution.conditions.clear();
  }

  /** Has the instance take the step that its phase asks for. */
  void schedule(ElementInstance instance) {
    steps.addLast(instance);
    execution.store.journal().record(steps::pollLast);
  }

  private void step(ElementInstance instance) {
    var mark = execution.store.journal().mark();
    try {
      advance(instance);
    } catch (IncidentException e) {
      execution.store.journal().rollback(mark);
      e.record();
      execution.incidents.raise(instance, e.type(), String.valueOf(e.getMessage()));
    } catch (ExpressionException e) {
      execution.store.journal().rollback(mark);
      execution.incidents.raise(
          instance, IncidentType.EXTRACT_VALUE_ERROR, String.valueOf(e.getMessage()));
    }
  }

  private void advance(ElementInstance instance) {
    switch (instance.phase()) {
      case ACTIVATING -> activate(instance);
      case ENTERING -> enter(instance);
      case ACTIVE -> behavior(instance).resume(instance, instance.element());
      case COMPLETING -> applyOutputs(instance);
      case LEAVING -> leave(instance);
      case TERMINATING -> endEarly(instance);
      case STARTING, ENDING, COMPLETED, TERMINATED -> {}
    }
  }

  private Behavior<Element> behavior(ElementInstance instance) {
    return execution.behaviors.of(instance);
  }

  // in --------------------------------------------------------------------------------------------

  /** Creates an instance of the element in the scope. */
  ElementInstance activate(ElementInstance scope, Element element) {
    var repeats = element instanceof Activity activity && activity.multiInstance() != null;
    return activate(scope, element, repeats ? ElementType.MULTI_INSTANCE_BODY : element.type(), 0);
  }

  ElementInstance activate(
      ElementInstance scope, Element element, ElementType type, int loopCounter) {
    var instance = execution.store.addElement(scope, element, type, loopCounter, execution.now());
    schedule(instance);
    return instance;
  }

  /** Creates an instance of an event that has happened already. */
  ElementInstance activateTriggered(
      ElementInstance scope, Element event, Map<String, Object> variables) {
    var instance = activate(scope, event, event.type(), 0);
    instance.remember(Memory.TRIGGERED, true);
    rememberVariables(instance, variables);
    return instance;
  }

  private void activate(ElementInstance instance) {
    if (instance.isProper()) {
      if (!Modification.isWayToTarget(instance)) {
        execution.mappings.applyInputs(instance);
      }
      if (execution.listeners.start(instance)) {
        return;
      }
    }
    enter(instance);
  }

  private void enter(ElementInstance instance) {
    instance.phase(Phase.ACTIVE);
    var element = instance.element();
    if (element instanceof Activity activity && instance.isOutermost()) {
      execution.subscriptions.openBoundary(instance, activity);
    }
    if (element instanceof Scope scope && instance.isProper()) {
      execution.subscriptions.openEventSubProcesses(instance, scope);
    }
    behavior(instance).enter(instance, element);
  }

  // out -------------------------------------------------------------------------------------------

  /** The work of the instance is done. */
  void complete(ElementInstance instance) {
    if (!instance.phase().isLeaving()) {
      instance.phase(Phase.COMPLETING);
      schedule(instance);
    }
  }

  /** The work of the instance is done, with these results. */
  void complete(ElementInstance instance, Map<String, Object> variables) {
    if (!instance.phase().isLeaving()) {
      rememberVariables(instance, variables);
      complete(instance);
    }
  }

  private static void rememberVariables(ElementInstance instance, Map<String, Object> variables) {
    if (!variables.isEmpty()) {
      instance.remember(Memory.VARIABLES, variables);
    }
  }

  private void applyOutputs(ElementInstance instance) {
    behavior(instance).completing(instance, instance.element());
    if (instance.isProper()) {
      execution.mappings.applyOutputs(instance);
    }
    execution.behaviors.collect(instance);
    execution.closing.close(instance);
    if (!instance.isProper() || !execution.listeners.end(instance)) {
      leave(instance);
    }
  }

  private void leave(ElementInstance instance) {
    var element = instance.element();
    execution.compensations.completed(instance);
    if (instance instanceof ProcessInstance process) {
      execution.calls.beforeCompleted(process);
    }
    execution.store.end(instance, Phase.COMPLETED, execution.now());
    execution.modification.left(instance);
    var scope = instance.scope();
    if (instance instanceof ProcessInstance process) {
      execution.calls.completed(process);
    } else if (scope != null) {
      if (instance.isOutermost()) {
        behavior(instance).leave(instance, element);
      }
      childEnded(scope, instance);
    }
  }

  private void childEnded(ElementInstance scope, ElementInstance child) {
    execution.tokens.joinWhatCan(scope);
    if (scope.phase() == Phase.TERMINATING) {
      if (!scope.hasChildren()) {
        schedule(scope);
      }
    } else if (!execution.subscriptions.startInterruption(scope)) {
      behavior(scope).childEnded(scope, scope.element(), child);
    }
  }

  /** The instance and everything inside has to end early. */
  void terminate(ElementInstance instance) {
    var phase = instance.phase();
    if (!phase.isEnded() && phase != Phase.TERMINATING) {
      instance.phase(Phase.TERMINATING);
      schedule(instance);
    }
  }

  private void endEarly(ElementInstance instance) {
    execution.closing.close(instance);
    instance.children().forEach(this::terminate);
    if (behavior(instance).terminate(instance, instance.element()) && !instance.hasChildren()) {
      terminated(instance);
    }
  }

  private void terminated(ElementInstance instance) {
    var interruption = Memory.event(instance, Memory.INTERRUPTION);
    execution.store.end(instance, Phase.TERMINATED, execution.now());
    var scope = instance.scope();
    if (instance instanceof ProcessInstance process) {
      execution.calls.terminated(process);
    } else if (scope != null) {
      if (interruption != null && !scope.phase().isLeaving()) {
        var event = instance.process().model().element(interruption.elementId());
        activateTriggered(scope, event, interruption.variables());
      }
      childEnded(scope, instance);
    }
  }
}
