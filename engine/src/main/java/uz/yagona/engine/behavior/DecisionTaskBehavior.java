package uz.yagona.engine.behavior;

import java.util.HashMap;
import uz.yagona.engine.model.DecisionTask;
import uz.yagona.engine.state.ElementInstance;

/** Evaluates a decision into a variable. */
final class DecisionTaskBehavior extends Behavior<DecisionTask> {
  DecisionTaskBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance instance, DecisionTask element) {
    var lookup = execution.variables.lookup(instance);
    var id = execution.feel.evaluateString(element.decisionId(), lookup);
    var deployment = instance.process().definition().deploymentKey();
    var decision = execution.definitions.decisions().bound(id, element.binding(), deployment);
    if (decision == null) {
      throw new IncidentException(
          IncidentType.CALLED_DECISION_ERROR,
          "Expected to evaluate decision '%s', but no decision found for id '%s'"
              .formatted(id, id));
    }
    var result = new HashMap<String, Object>();
    result.put(element.resultVariable(), execution.decisions.evaluate(decision, lookup, instance));
    execution.interpreter.complete(instance, result);
  }
}
