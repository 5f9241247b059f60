package uz.yagona.engine.behavior;

import java.time.Duration;
import java.util.Map;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.Event;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.model.SendTask;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.MessageAddress;

/** Events that are thrown, inside the flow or at its end, and messages sent by tasks. */
final class ThrowBehavior extends Behavior<Element> {
  ThrowBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance instance, Element element) {
    var definition =
        element instanceof SendTask task ? task.message() : ((Event) element).definition();
    if (definition instanceof EventDefinition.Job work) {
      execution.jobs.create(instance, work.job());
    } else if (definition instanceof EventDefinition.BpmnError error) {
      throwError(instance, error);
    } else if (definition instanceof EventDefinition.Compensation compensation) {
      execution.compensations.start(instance, compensation.activityId());
    } else if (definition instanceof EventDefinition.Escalation escalation) {
      escalate(instance, escalation);
    } else {
      execution.interpreter.complete(instance);
      pass(instance, definition);
    }
  }

  private void pass(ElementInstance instance, EventDefinition definition) {
    var lookup = execution.variables.lookup(instance);
    if (definition instanceof EventDefinition.PublishMessage message) {
      execution.followUp(publication(message, lookup, instance));
    } else if (definition instanceof EventDefinition.Signal signal) {
      var name = execution.feel.evaluateString(signal.name(), lookup);
      execution.followUp(FollowUp.Broadcast.of(name, localVariables(instance)));
    } else if (definition instanceof EventDefinition.Terminate) {
      execution.tokens.drop(instance.container());
      instance.container().children().stream()
          .filter(other -> other.key() != instance.key())
          .forEach(execution.interpreter::terminate);
    }
  }

  /** The thrower goes on, unless what catches the escalation interrupts it. */
  private void escalate(ElementInstance instance, EventDefinition.Escalation escalation) {
    var code = escalation.code();
    var text =
        code == null
            ? ""
            : execution.feel.evaluateString(code, execution.variables.lookup(instance));
    if (!execution.throwing.escalation(instance, text)) {
      execution.interpreter.complete(instance);
    }
  }

  private void throwError(ElementInstance instance, EventDefinition.BpmnError error) {
    var code = error.code();
    var text =
        code == null
            ? ""
            : execution.feel.evaluateString(code, execution.variables.lookup(instance));
    if (!execution.throwing.error(instance, text, localVariables(instance))) {
      throw new IncidentException(
          IncidentType.UNHANDLED_ERROR_EVENT, Throwing.uncaught(text, null));
    }
  }

  private static Map<String, Object> localVariables(ElementInstance instance) {
    var values = new java.util.LinkedHashMap<String, Object>();
    instance.variables().forEach(variable -> values.put(variable.name(), variable.value()));
    return values;
  }

  private FollowUp publication(
      EventDefinition.PublishMessage message, VariableLookup lookup, ElementInstance instance) {
    var id = message.messageId();
    var timeToLive = message.timeToLive();
    return new FollowUp.Publish(
        new MessageAddress(
            execution.feel.evaluateString(message.name(), lookup),
            execution.feel.evaluateCorrelationKey(message.correlationKey(), lookup)),
        id == null ? null : execution.feel.evaluateOptionalString(id, lookup),
        timeToLive == null
            ? Duration.ZERO
            : execution.timers.duration(timeToLive, lookup, execution.now()),
        localVariables(instance));
  }

  @Override
  void leave(ElementInstance instance, Element element) {
    if (element instanceof Event event
        && event.definition() instanceof EventDefinition.Link link
        && link.targetId() != null) {
      var target = instance.process().model().element(link.targetId());
      execution.interpreter.activate(instance.container(), target);
    } else {
      super.leave(instance, element);
    }
  }

  @Override
  void childEnded(ElementInstance scope, Element element, ElementInstance child) {
    throw new IllegalStateException("Expected nothing inside event " + element.id());
  }
}
