package uz.yagona.engine.behavior;

import uz.yagona.engine.model.Element;
import uz.yagona.engine.state.ElementInstance;

/** Elements with nothing to do: plain tasks, plain events, parallel gateways. */
final class PassBehavior extends Behavior<Element> {
  PassBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance instance, Element element) {
    execution.interpreter.complete(instance);
  }
}
