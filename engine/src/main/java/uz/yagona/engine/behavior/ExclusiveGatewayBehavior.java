package uz.yagona.engine.behavior;

import uz.yagona.engine.feel.ExpressionException;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.ExclusiveGateway;
import uz.yagona.engine.model.SequenceFlow;
import uz.yagona.engine.state.ElementInstance;

/** Takes the first flow whose condition holds, else the default flow. */
final class ExclusiveGatewayBehavior extends Behavior<ExclusiveGateway> {
  ExclusiveGatewayBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance instance, ExclusiveGateway element) {
    execution.interpreter.complete(instance);
  }

  @Override
  void leave(ElementInstance instance, ExclusiveGateway element) {
    execution.tokens.take(instance.container(), chosen(instance, element));
  }

  private SequenceFlow chosen(ElementInstance instance, ExclusiveGateway element) {
    var lookup = execution.variables.lookup(instance);
    var defaultFlow = element.defaultFlow();
    for (var flow : element.outgoing()) {
      if (!flow.equals(defaultFlow) && holds(execution, flow, lookup)) {
        return flow;
      }
    }
    if (defaultFlow == null) {
      throw new IncidentException(
          IncidentType.CONDITION_ERROR,
          "Expected at least one condition to evaluate to true, or to have a default flow");
    }
    return defaultFlow;
  }

  /** Whether the flow may be taken; a flow without condition always may. */
  static boolean holds(Execution execution, SequenceFlow flow, VariableLookup lookup) {
    var condition = flow.condition();
    try {
      return condition == null || execution.feel.evaluateBoolean(condition, lookup);
    } catch (ExpressionException e) {
      throw new IncidentException(IncidentType.CONDITION_ERROR, String.valueOf(e.getMessage()));
    }
  }
}
