package uz.yagona.engine.behavior;

import uz.yagona.engine.model.Element;
import uz.yagona.engine.state.ElementInstance;

/**
 * What one kind of element does. One object serves all instances; what it must remember stands in
 * the element instance.
 */
abstract class Behavior<E extends Element> {
  final Execution execution;

  Behavior(Execution execution) {
    this.execution = execution;
  }

  /**
   * The work begins: inputs are applied, boundary events wait. What has nothing to wait for asks
   * {@link Interpreter#complete} at once.
   */
  abstract void enter(ElementInstance instance, E element);

  /** Goes on with work that was cut because the command had taken its share of steps. */
  void resume(ElementInstance instance, E element) {}

  /** The work is done; outputs are applied next. */
  void completing(ElementInstance instance, E element) {}

  /** The instance has ended: its tokens move on. */
  void leave(ElementInstance instance, E element) {
    for (var flow : element.outgoing()) {
      execution.tokens.take(instance.container(), flow);
    }
  }

  /** An instance directly inside has ended; its own tokens have moved on already. */
  void childEnded(ElementInstance scope, E element, ElementInstance child) {}

  /** Must end early. {@code false} when it has to wait for something besides its children. */
  boolean terminate(ElementInstance instance, E element) {
    return true;
  }
}
