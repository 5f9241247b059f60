package uz.yagona.engine.behavior;

import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.Event;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.model.ReceiveTask;
import uz.yagona.engine.state.ElementInstance;

/** Events that wait, and receive tasks; passes when the event has happened already. */
final class CatchBehavior extends Behavior<Element> {
  CatchBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance instance, Element element) {
    var definition = definition(element);
    if (instance.recall(Memory.TRIGGERED) != null
        || definition instanceof EventDefinition.None
        || definition instanceof EventDefinition.Link) {
      execution.interpreter.complete(instance);
    } else {
      execution.subscriptions.open(instance, element, definition, true);
    }
  }

  private static EventDefinition definition(Element element) {
    return element instanceof ReceiveTask task ? task.message() : ((Event) element).definition();
  }
}
