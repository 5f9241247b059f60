package uz.yagona.engine.handler;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.ProcessInstanceCommand.ActivateElement;
import uz.yagona.engine.api.ProcessInstanceCommand.ModifyProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.MoveElement;
import uz.yagona.engine.api.ProcessInstanceCommand.TerminateElement;
import uz.yagona.engine.api.ProcessInstanceCommand.VariableInstruction;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.behavior.Modification;
import uz.yagona.engine.model.Activity;
import uz.yagona.engine.model.BoundaryEvent;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.EventBasedGateway;
import uz.yagona.engine.model.StartEvent;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.ProcessInstance;

/** Moves the tokens of an instance by hand. */
final class ModificationHandler {
  private final Execution execution;

  ModificationHandler(Execution execution) {
    this.execution = execution;
  }

  void register(Handlers handlers) {
    handlers.on(
        ModifyProcessInstance.class,
        (command, needs) -> needs.process(command.processInstanceKey()),
        this::modify);
  }

  private Done modify(ModifyProcessInstance command) {
    var process = execution.store.process(command.processInstanceKey());
    if (process == null) {
      throw RejectedException.notFound(
          "Expected to modify process instance but no process instance found with key '%d'",
          command.processInstanceKey());
    }
    // activated first: a scope that would be left empty stays
    for (var activation : command.activations()) {
      activate(process, activation);
    }
    for (var move : command.moves()) {
      move(process, move);
    }
    for (var termination : command.terminations()) {
      instances(process, termination).forEach(execution.modification::terminate);
    }
    return Done.INSTANCE;
  }

  private void activate(ProcessInstance process, ActivateElement activation) {
    var target = element(process, activation.elementId());
    var ancestor = ancestor(process, target, activation.ancestorElementInstanceKey());
    setVariables(process, reach(ancestor, target), activation.variables());
  }

  private void move(ProcessInstance process, MoveElement move) {
    var target = element(process, move.targetElementId());
    var sources = instances(process, move.source());
    for (var source : sources) {
      var key =
          move.inferAncestor()
              ? Long.valueOf(source.container().key())
              : move.ancestorElementInstanceKey();
      var ancestor = ancestor(process, target, key);
      setVariables(process, reach(ancestor, target), move.variables());
    }
    sources.forEach(execution.modification::terminate);
  }

  /** A repetition is never started by hand: nobody could tell which one it is. */
  private List<ElementInstance> reach(ElementInstance ancestor, Element target) {
    for (var scope : Modification.path(ancestor, target)) {
      if (scope instanceof Activity activity && activity.multiInstance() != null) {
        throw unsupported(ancestor.process(), target.id());
      }
    }
    return execution.modification.reach(ancestor, target);
  }

  private static RejectedException unsupported(ProcessInstance process, String elementId) {
    return RejectedException.invalidArgument(
        "Expected to modify instance of process '%s' but it contains one or more activate instructions for elements that are unsupported: '%s'",
        process.definition().id(), elementId);
  }

  private static boolean isBehindEventBasedGateway(ProcessInstance process, Element element) {
    return element.incoming().stream()
        .anyMatch(flow -> process.model().element(flow.sourceId()) instanceof EventBasedGateway);
  }

  private static Element element(ProcessInstance process, String elementId) {
    var element = process.model().elements().get(elementId);
    if (element == null) {
      throw RejectedException.invalidArgument(
          "Expected to modify instance of process '%s' but it contains one or more activate instructions with an element that could not be found: '%s'",
          process.definition().id(), elementId);
    }
    if (element instanceof StartEvent
        || element instanceof BoundaryEvent
        || isBehindEventBasedGateway(process, element)) {
      throw unsupported(process, elementId);
    }
    return element;
  }

  private ElementInstance ancestor(
      ProcessInstance process, Element target, @Nullable Long ancestorKey) {
    if (ancestorKey != null && ancestorKey > 0) {
      var given = execution.store.find(ElementInstance.class, ancestorKey);
      if (given == null || !given.process().equals(process) || !holds(given, target)) {
        throw RejectedException.invalidArgument(
            "Expected to modify instance of process '%s' but element instance '%d' is not an active scope around element '%s'",
            process.definition().id(), ancestorKey, target.id());
      }
      return given;
    }
    return deepest(process, target);
  }

  private static boolean holds(ElementInstance scope, Element target) {
    var model = scope.process().model();
    for (var at = model.scopeOf(target); at != null; at = model.scopeOf(at)) {
      if (at.id().equals(scope.element().id())) {
        return true;
      }
    }
    return false;
  }

  /** The innermost active scope around the target; there must be no choice on the way. */
  private static ElementInstance deepest(ElementInstance from, Element target) {
    ElementInstance next = null;
    for (var child : from.children()) {
      if (child.isProper() && holds(child, target)) {
        if (next != null) {
          throw RejectedException.invalidArgument(
              "Expected to modify instance of process '%s' but element '%s' has more than one active scope '%s': an ancestor must be given",
              from.process().definition().id(), target.id(), child.element().id());
        }
        next = child;
      }
    }
    return next == null ? from : deepest(next, target);
  }

  private List<ElementInstance> instances(ProcessInstance process, TerminateElement termination) {
    var key = termination.elementInstanceKey();
    var found =
        process
            .tree()
            .filter(instance -> instance.scope() != null)
            .filter(
                instance ->
                    key != null
                        ? instance.key() == key
                        : instance.isOutermost()
                            && instance.element().id().equals(termination.elementId()))
            .toList();
    if (found.isEmpty()) {
      throw RejectedException.invalidArgument(
          "Expected to modify instance of process '%s' but it contains one or more terminate instructions with an element instance that could not be found: '%s'",
          process.definition().id(), String.valueOf(key != null ? key : termination.elementId()));
    }
    return found;
  }

  private void setVariables(
      ProcessInstance process,
      List<ElementInstance> created,
      List<VariableInstruction> instructions) {
    for (var instruction : instructions) {
      var scopeId = instruction.scopeId();
      var scope =
          scopeId == null || scopeId.isBlank() || scopeId.equals(process.element().id())
              ? process
              : created.stream()
                  .filter(instance -> instance.element().id().equals(scopeId))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          RejectedException.invalidArgument(
                              "Expected to set variables in scope '%s', but the modification does not activate it",
                              scopeId));
      execution.variables.setLocal(scope, instruction.variables().toMap());
    }
  }
}
