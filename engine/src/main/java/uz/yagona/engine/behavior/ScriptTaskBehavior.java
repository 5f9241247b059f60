package uz.yagona.engine.behavior;

import java.util.HashMap;
import uz.yagona.engine.model.ScriptTask;
import uz.yagona.engine.state.ElementInstance;

/** Evaluates an expression into a variable. */
final class ScriptTaskBehavior extends Behavior<ScriptTask> {
  ScriptTaskBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance instance, ScriptTask element) {
    var lookup = execution.variables.lookup(instance);
    var result = new HashMap<String, Object>();
    result.put(
        element.resultVariable(), execution.feel.evaluateValue(element.expression(), lookup));
    execution.interpreter.complete(instance, result);
  }
}
