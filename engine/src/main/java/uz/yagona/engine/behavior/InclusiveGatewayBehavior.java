package uz.yagona.engine.behavior;

import java.util.List;
import uz.yagona.engine.model.InclusiveGateway;
import uz.yagona.engine.model.SequenceFlow;
import uz.yagona.engine.state.ElementInstance;

/** Takes every flow whose condition holds, else the default flow. */
final class InclusiveGatewayBehavior extends Behavior<InclusiveGateway> {
  InclusiveGatewayBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance instance, InclusiveGateway element) {
    execution.interpreter.complete(instance);
  }

  @Override
  void leave(ElementInstance instance, InclusiveGateway element) {
    for (var flow : chosen(instance, element)) {
      execution.tokens.take(instance.container(), flow);
    }
  }

  private List<SequenceFlow> chosen(ElementInstance instance, InclusiveGateway element) {
    var lookup = execution.variables.lookup(instance);
    var defaultFlow = element.defaultFlow();
    var holding =
        element.outgoing().stream()
            .filter(flow -> !flow.equals(defaultFlow))
            .filter(flow -> ExclusiveGatewayBehavior.holds(execution, flow, lookup))
            .toList();
    if (!holding.isEmpty() || element.outgoing().isEmpty()) {
      return holding;
    }
    if (defaultFlow == null) {
      throw new IncidentException(
          IncidentType.CONDITION_ERROR,
          "Expected at least one condition to evaluate to true, or to have a default flow");
    }
    return List.of(defaultFlow);
  }
}
