package uz.yagona.engine.behavior;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.model.CallActivity;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.ProcessInstance;
import uz.yagona.engine.state.Variable;

/** Runs another process and waits for its end. */
final class CallActivityBehavior extends Behavior<CallActivity> {
  /** As in Camunda 8: a deeper call is likely a process that calls itself. */
  private static final int MAX_DEPTH = 1_000;

  CallActivityBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance instance, CallActivity element) {
    var id =
        execution.feel.evaluateString(element.processId(), execution.variables.lookup(instance));
    var process = instance.process();
    if (execution.calls.depth(process) >= MAX_DEPTH) {
      throw new IncidentException(
          IncidentType.CALLED_ELEMENT_ERROR,
          "Expected at most %d process instances to call one another, but this would be one more: a process may call itself without end."
              .formatted(MAX_DEPTH));
    }
    var called =
        execution
            .definitions
            .processes()
            .bound(id, element.binding(), process.definition().deploymentKey());
    if (called == null) {
      throw new IncidentException(
          IncidentType.CALLED_ELEMENT_ERROR,
          "Expected process with BPMN process id '%s' to be deployed, but not found."
              .formatted(id));
    }
    var definition = execution.definitions.compiled(called);
    if (definition.model().root().noneStart() == null) {
      throw new IncidentException(
          IncidentType.CALLED_ELEMENT_ERROR,
          "Expected process with BPMN process id '%s' to have a none start event, but not found."
              .formatted(id));
    }
    var origin =
        new ProcessInstance.Origin(
            process.key(),
            instance.key(),
            process.rootKey(),
            process.origin().businessId(),
            process.origin().tags(),
            null,
            null);
    var started = execution.calls.start(definition, origin, null, handedOver(instance, element));
    instance.calledInstanceKey(started.key());
  }

  private Map<String, @Nullable Object> handedOver(ElementInstance instance, CallActivity element) {
    var variables =
        element.propagateAllParentVariables()
            ? execution.variables.visible(instance).values()
            : instance.variables();
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (Variable variable : variables) {
      values.put(variable.name(), variable.value());
    }
    return values;
  }

  @Override
  boolean terminate(ElementInstance instance, CallActivity element) {
    var key = instance.calledInstanceKey();
    var called = key == null ? null : execution.store.process(key);
    if (called == null) {
      return true;
    }
    execution.interpreter.terminate(called);
    return false;
  }
}
