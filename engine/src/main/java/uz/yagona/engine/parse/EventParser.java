package uz.yagona.engine.parse;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CancelEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.CompensateEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ConditionalEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.EscalationEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.LinkEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SignalEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.TerminateEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeConditionalFilter;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebePublishMessage;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.Expression;
import uz.yagona.engine.feel.ExpressionException;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.feel.References;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.model.EventDefinition.Timer.Kind;
import uz.yagona.engine.timer.TimerText;

/** Reads what events catch and throw. */
final class EventParser {

  private final Feel feel;
  private final Expressions expressions;
  private final ExtensionParser extensions;
  private final Faults faults;

  EventParser(Feel feel, Expressions expressions, ExtensionParser extensions, Faults faults) {
    this.feel = feel;
    this.expressions = expressions;
    this.extensions = extensions;
    this.faults = faults;
  }

  EventDefinition definition(Event event) {
    var definitions =
        event.getChildElementsByType(io.camunda.zeebe.model.bpmn.instance.EventDefinition.class);
    if (definitions.isEmpty()) {
      return new EventDefinition.None();
    }
    return definition(event, definitions.iterator().next());
  }

  private EventDefinition definition(
      Event event, io.camunda.zeebe.model.bpmn.instance.EventDefinition definition) {
    if (definition instanceof MessageEventDefinition message) {
      return event instanceof ThrowEvent
          ? thrownMessage(event, message)
          : caughtMessage(event, message.getMessage());
    }
    if (definition instanceof TimerEventDefinition timer) {
      return timer(event, timer);
    }
    if (definition instanceof SignalEventDefinition signal) {
      var reference = signal.getSignal();
      var name = reference == null ? null : reference.getName();
      return new EventDefinition.Signal(name(event, "a signal name", name));
    }
    if (definition instanceof ErrorEventDefinition error) {
      var code = error.getError() == null ? null : error.getError().getErrorCode();
      return new EventDefinition.BpmnError(expressions.optional(event, "an error code", code));
    }
    if (definition instanceof EscalationEventDefinition escalation) {
      var reference = escalation.getEscalation();
      var code = reference == null ? null : reference.getEscalationCode();
      return new EventDefinition.Escalation(
          expressions.optional(event, "an escalation code", code));
    }
    if (definition instanceof ConditionalEventDefinition conditional) {
      return conditional(event, conditional);
    }
    return plain(event, definition);
  }

  private EventDefinition plain(
      Event event, io.camunda.zeebe.model.bpmn.instance.EventDefinition definition) {
    if (definition instanceof LinkEventDefinition link) {
      return link(event, link);
    }
    if (definition instanceof TerminateEventDefinition) {
      return new EventDefinition.Terminate();
    }
    if (definition instanceof CompensateEventDefinition compensation) {
      var activity = compensation.getActivity();
      return new EventDefinition.Compensation(activity == null ? null : activity.getId());
    }
    if (definition instanceof CancelEventDefinition) {
      faults.add(event, "Expected a supported event, but it is a cancel event of a transaction");
    }
    return new EventDefinition.None();
  }

  /** A name that a process start must know without variables. */
  private Expression name(Event event, String what, @Nullable String text) {
    var name = expressions.required(event, what, text);
    if (isProcessStart(event) && !name.isFixed()) {
      try {
        return Expression.fixed(feel.evaluateString(name, VariableLookup.NONE));
      } catch (ExpressionException e) {
        faults.add(event, "Expected %s without variables, but %s".formatted(what, e.getMessage()));
      }
    }
    return name;
  }

  static boolean isProcessStart(Event event) {
    return event instanceof StartEvent && event.getParentElement() instanceof Process;
  }

  /** The message that an event or receive task waits for. */
  EventDefinition.Message caughtMessage(BaseElement element, @Nullable Message message) {
    if (message == null) {
      faults.add(element, "Expected a message, but none is referenced");
      return new EventDefinition.Message(Expression.fixed(""), null);
    }
    if (element instanceof Event event && isProcessStart(event)) {
      return new EventDefinition.Message(name(event, "a message name", message.getName()), null);
    }
    var subscription = ExtensionParser.find(message, ZeebeSubscription.class);
    return new EventDefinition.Message(
        expressions.required(element, "a message name", message.getName()),
        expressions.feel(
            element,
            "a correlation key",
            subscription == null ? null : subscription.getCorrelationKey()));
  }

  private EventDefinition thrownMessage(Event event, MessageEventDefinition definition) {
    var job = extensions.taskDefinition(event);
    if (job != null) {
      return new EventDefinition.Job(job);
    }
    var published = ExtensionParser.find(definition, ZeebePublishMessage.class);
    if (published == null) {
      published = ExtensionParser.find(event, ZeebePublishMessage.class);
    }
    if (published == null) {
      faults.add(event, "Expected a task definition or a message to publish, but there is neither");
      return new EventDefinition.None();
    }
    return publishedMessage(event, definition.getMessage(), published);
  }

  /** The message that a throw event or send task publishes. */
  EventDefinition.PublishMessage publishedMessage(
      BaseElement element, @Nullable Message message, ZeebePublishMessage published) {
    var name = message == null ? null : message.getName();
    return new EventDefinition.PublishMessage(
        expressions.required(element, "a message name", name),
        expressions.required(element, "a correlation key", published.getCorrelationKey()),
        expressions.optional(element, "a message id", published.getMessageId()),
        expressions.optional(element, "a time-to-live", published.getTimeToLive()));
  }

  private EventDefinition timer(Event event, TimerEventDefinition timer) {
    var kind = Kind.DURATION;
    var text = "";
    if (timer.getTimeDate() != null) {
      kind = Kind.DATE;
      text = timer.getTimeDate().getTextContent();
    } else if (timer.getTimeCycle() != null) {
      kind = Kind.CYCLE;
      text = timer.getTimeCycle().getTextContent();
    } else if (timer.getTimeDuration() != null) {
      text = timer.getTimeDuration().getTextContent();
    }
    var what = "a timer " + kind.name().toLowerCase(Locale.ROOT);
    var expression = expressions.required(event, what, text.strip());
    if (expression.isFixed() && !expression.text().isBlank()) {
      try {
        TimerText.check(kind, expression.text());
      } catch (IllegalArgumentException e) {
        faults.add(event, String.valueOf(e.getMessage()));
      }
    }
    if (kind == Kind.CYCLE && isInterruptingCatch(event)) {
      faults.add(event, "Expected a date or duration to interrupt at, but it is a cycle");
    }
    return new EventDefinition.Timer(kind, expression);
  }

  private static boolean isInterruptingCatch(Event event) {
    return (event instanceof BoundaryEvent boundary && boundary.cancelActivity())
        || (event instanceof StartEvent start && start.isInterrupting() && !isProcessStart(event));
  }

  private EventDefinition conditional(Event event, ConditionalEventDefinition definition) {
    var condition = definition.getCondition();
    var filter = ExtensionParser.find(definition, ZeebeConditionalFilter.class);
    var changes = filter == null ? null : filter.getVariableEvents();
    var expression =
        expressions.feel(
            event, "a condition", condition == null ? null : condition.getTextContent());
    return new EventDefinition.Conditional(
        expression,
        References.in(expression),
        list(changes).stream()
            .filter(change -> change.equals("create") || change.equals("update"))
            .map(change -> change.toUpperCase(Locale.ROOT))
            .map(EventDefinition.Conditional.Change::valueOf)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static List<String> list(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private EventDefinition link(Event event, LinkEventDefinition link) {
    var name = link.getName() == null ? "" : link.getName();
    if (!(event instanceof ThrowEvent)) {
      return new EventDefinition.Link(name, null);
    }
    var targets =
        event.getParentElement().getChildElementsByType(IntermediateCatchEvent.class).stream()
            .filter(target -> catches(target, name))
            .map(IntermediateCatchEvent::getId)
            .toList();
    if (targets.size() != 1) {
      faults.add(
          event,
          "Expected one link catch event named '%s' in the same scope, but there are %d"
              .formatted(name, targets.size()));
      return new EventDefinition.Link(name, null);
    }
    return new EventDefinition.Link(name, targets.get(0));
  }

  private static boolean catches(IntermediateCatchEvent event, String linkName) {
    return event.getChildElementsByType(LinkEventDefinition.class).stream()
        .anyMatch(link -> linkName.equals(link.getName()));
  }
}
