package uz.yagona.engine.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.ElementType;
import uz.yagona.engine.model.EventSubProcess;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.Phase;
import uz.yagona.engine.state.ProcessInstance;

/** Moves tokens by hand: starts in the middle of a model, and ends what runs. */
public final class Modification {
  /** Ids of elements to start in a scope in place of its start event. */
  private static final String INSIDE = "inside";

  /** Ids of elements after which the process instance ends. */
  private static final String TERMINATE_AFTER = "terminateAfter";

  private final Execution execution;

  Modification(Execution execution) {
    this.execution = execution;
  }

  /** Lets a process instance that has not begun start at these elements. */
  public void startAt(ProcessInstance process, List<String> elementIds) {
    process.remember(INSIDE, List.copyOf(elementIds));
  }

  /** Ends the process instance when one of these elements has completed or ended. */
  public void terminateAfter(ProcessInstance process, List<String> elementIds) {
    process.remember(TERMINATE_AFTER, List.copyOf(elementIds));
  }

  /** Whether the scope exists only because something inside was activated by hand. */
  static boolean isWayToTarget(ElementInstance instance) {
    return instance.recall(INSIDE) instanceof List<?> ids && ids.isEmpty();
  }

  /** Starts what was asked for inside; {@code false} when nothing was. */
  boolean activateInside(ElementInstance scope) {
    if (!(scope.recall(INSIDE) instanceof List<?> ids)) {
      return false;
    }
    scope.remember(INSIDE, null);
    ids.forEach(id -> reach(scope, scope.process().model().element(String.valueOf(id))));
    return true;
  }

  /** An instance has completed: perhaps the last that was wanted. */
  void left(ElementInstance instance) {
    var process = instance.process();
    if (process.recall(TERMINATE_AFTER) instanceof List<?> ids
        && ids.contains(instance.element().id())) {
      execution.interpreter.terminate(process);
    }
  }

  /**
   * Activates the element, with new instances of the scopes between it and {@code scope}. Gives the
   * new instances, outermost first.
   */
  public List<ElementInstance> reach(ElementInstance scope, Element target) {
    var created = new ArrayList<ElementInstance>();
    var at = scope;
    for (var element : path(scope, target)) {
      at = execution.interpreter.activate(shell(at), element);
      at.remember(INSIDE, List.of());
      created.add(at);
    }
    var reached = execution.interpreter.activate(shell(at), target);
    if (target instanceof EventSubProcess subProcess) {
      Memory.rememberEvent(reached, ScopeBehavior.START, subProcess.start().id(), Map.of());
    }
    created.add(reached);
    return created;
  }

  /** The scope itself; in an ad-hoc sub-process a new shell, as around all that is chosen there. */
  private ElementInstance shell(ElementInstance scope) {
    if (scope.type() != ElementType.AD_HOC_SUB_PROCESS) {
      return scope;
    }
    var shell =
        execution.interpreter.activate(
            scope, scope.element(), ElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE, 0);
    shell.remember(INSIDE, List.of());
    return shell;
  }

  /** Scopes between the instance and the element, outermost first. */
  public static List<Element> path(ElementInstance scope, Element target) {
    var path = new ArrayList<Element>();
    var model = scope.process().model();
    for (var at = model.scopeOf(target);
        at != null && !at.id().equals(scope.element().id());
        at = model.scopeOf(at)) {
      path.add(0, at);
    }
    return path;
  }

  /** Ends the instance, and the scopes around it that are left empty by this. */
  public void terminate(ElementInstance instance) {
    if (instance instanceof ProcessInstance process && !process.isRoot()) {
      throw RejectedException.invalidState(
          "Expected to modify instance of process '%s' but the given instructions would terminate all element instances of a process instance that was created by a call activity of root process instance '%d'. To terminate this process instance please terminate the creating call activity instead.",
          process.definition().id(), process.rootKey());
    }
    execution.interpreter.terminate(instance);
    var scope = instance.scope();
    if (scope != null
        && scope.type() != ElementType.MULTI_INSTANCE_BODY
        && !execution.tokens.areWaiting(scope)
        && scope.children().stream().allMatch(child -> child.phase() == Phase.TERMINATING)) {
      terminate(scope);
    }
  }
}
