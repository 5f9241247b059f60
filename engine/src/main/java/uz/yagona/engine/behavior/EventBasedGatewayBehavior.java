package uz.yagona.engine.behavior;

import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.Event;
import uz.yagona.engine.model.EventBasedGateway;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.model.ReceiveTask;
import uz.yagona.engine.state.ElementInstance;

/** Waits for the first of the events behind it. */
final class EventBasedGatewayBehavior extends Behavior<EventBasedGateway> {
  /** The event that came first: {@code {element, variables}}. */
  static final String CHOSEN = "chosen";

  EventBasedGatewayBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance instance, EventBasedGateway element) {
    var model = instance.process().model();
    for (var flow : element.outgoing()) {
      var target = model.target(flow);
      execution.subscriptions.open(instance, target, definition(target), true);
    }
  }

  private static EventDefinition definition(Element target) {
    if (target instanceof ReceiveTask task) {
      return task.message();
    }
    return ((Event) target).definition();
  }

  @Override
  void completing(ElementInstance instance, EventBasedGateway element) {
    var chosen = Memory.event(instance, CHOSEN);
    if (chosen == null) {
      return;
    }
    for (var flow : element.outgoing()) {
      if (flow.targetId().equals(chosen.elementId())) {
        instance.process().take(flow.id());
      }
    }
    var event = instance.process().model().element(chosen.elementId());
    execution.interpreter.activateTriggered(instance.container(), event, chosen.variables());
  }

  @Override
  void leave(ElementInstance instance, EventBasedGateway element) {
    // the chosen event has the token already
  }
}
