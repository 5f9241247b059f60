package uz.yagona.engine.behavior;

import java.util.Map;
import uz.yagona.engine.feel.Expression;
import uz.yagona.engine.feel.ExpressionException;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.Activity;
import uz.yagona.engine.model.BoundaryEvent;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.Event;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.model.EventSubProcess;
import uz.yagona.engine.model.Scope;
import uz.yagona.engine.model.StartEvent;
import uz.yagona.engine.state.Correlation;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.MessageAddress;
import uz.yagona.engine.state.MessageSubscription;
import uz.yagona.engine.state.OwnedRow;
import uz.yagona.engine.state.SignalSubscription;
import uz.yagona.engine.state.TimerRow;

/** What element instances wait for, and what happens when it comes. */
public final class Subscriptions {
  private final Execution execution;

  Subscriptions(Execution execution) {
    this.execution = execution;
  }

  // open ------------------------------------------------------------------------------------------

  void openBoundary(ElementInstance activity, Activity element) {
    for (var event : element.boundaryEvents()) {
      open(activity, event, event.definition(), event.interrupting());
    }
  }

  void openEventSubProcesses(ElementInstance instance, Scope element) {
    for (var subProcess : element.eventSubProcesses()) {
      var start = subProcess.start();
      open(instance, start, start.definition(), start.interrupting());
    }
  }

  /** Lets the owner wait for the event; errors and escalations need no subscription. */
  void open(
      ElementInstance owner, Element event, EventDefinition definition, boolean interrupting) {
    var lookup = execution.variables.lookup(owner);
    if (definition instanceof EventDefinition.Message message) {
      openMessage(owner, event, address(message, lookup), interrupting);
    } else if (definition instanceof EventDefinition.Timer timer) {
      var schedule = execution.timers.first(timer, lookup, execution.now());
      var repetitions = interrupting ? 1 : schedule.repetitions();
      execution.store.add(
          new TimerRow(newKey(), owner, event.id(), schedule.dueDate(), repetitions));
    } else if (definition instanceof EventDefinition.Signal signal) {
      var name = execution.feel.evaluateString(signal.name(), lookup);
      execution.store.add(new SignalSubscription(newKey(), owner, name, event.id()));
    } else if (definition instanceof EventDefinition.Conditional) {
      execution.conditions.opened(owner);
    }
  }

  private long newKey() {
    return execution.store.newKey();
  }

  private MessageAddress address(EventDefinition.Message message, VariableLookup lookup) {
    Expression key = message.correlationKey();
    if (key == null) {
      throw new ExpressionException(
          message.name().text(), "Expected a correlation key, but the message has none");
    }
    return new MessageAddress(
        execution.feel.evaluateString(message.name(), lookup),
        execution.feel.evaluateCorrelationKey(key, lookup));
  }

  private void openMessage(
      ElementInstance owner, Element event, MessageAddress address, boolean interrupting) {
    var subscription =
        new MessageSubscription(
            newKey(), owner, address, event.id(), interrupting, execution.now());
    execution.store.add(subscription);
    if (execution.store.messages().mayHoldAny()) {
      execution.followUp(new FollowUp.Opened(address, subscription.key()));
    }
  }

  // close -----------------------------------------------------------------------------------------

  /** The owner no longer waits for this. */
  void close(OwnedRow row) {
    if (row instanceof MessageSubscription subscription) {
      subscription.deleted(execution.now());
      execution.store.close(subscription);
    } else if (row instanceof TimerRow || row instanceof SignalSubscription) {
      execution.store.delete(row);
    }
  }

  /** Id of the event that the row waits for; empty for other rows. */
  static String eventOf(OwnedRow row) {
    if (row instanceof MessageSubscription subscription) {
      return subscription.elementId();
    }
    if (row instanceof TimerRow timer) {
      return timer.elementId();
    }
    return row instanceof SignalSubscription subscription ? subscription.elementId() : "";
  }

  /** Event sub-processes of the scope no longer start. */
  private void closeEventSubProcesses(ElementInstance scope) {
    for (var row : scope.owned()) {
      if (scope.process().model().elements().get(eventOf(row)) instanceof StartEvent) {
        close(row);
      }
    }
  }

  // trigger ---------------------------------------------------------------------------------------

  /** A message has come for the subscription. */
  public void correlate(
      MessageSubscription subscription, long messageKey, Map<String, Object> variables) {
    var owner = subscription.owner();
    subscription.correlated(execution.now());
    if (subscription.isInterrupting()) {
      execution.store.close(subscription);
    }
    execution.store.add(
        new Correlation(
            messageKey,
            subscription.address(),
            subscription.key(),
            owner.process(),
            owner.key(),
            subscription.elementId(),
            execution.now()));
    trigger(owner, subscription.elementId(), variables);
  }

  /** The time of a timer has come. */
  public void fire(TimerRow timer) {
    var owner = timer.owner();
    execution.store.delete(timer);
    if (timer.repetitions() != 1) {
      repeat(timer, owner);
    }
    trigger(owner, timer.elementId(), Map.of());
  }

  private void repeat(TimerRow timer, ElementInstance owner) {
    var event = owner.process().model().element(timer.elementId());
    if (!(event instanceof Event waiting
        && waiting.definition() instanceof EventDefinition.Timer definition)) {
      return;
    }
    try {
      execution
          .timers
          .next(
              definition,
              execution.variables.lookup(owner),
              timer.dueDate(),
              timer.repetitions(),
              execution.now())
          .ifPresent(
              next ->
                  execution.store.add(
                      new TimerRow(
                          newKey(), owner, event.id(), next.dueDate(), next.repetitions())));
    } catch (ExpressionException e) {
      execution.incidents.raise(
          owner, IncidentType.EXTRACT_VALUE_ERROR, String.valueOf(e.getMessage()));
    }
  }

  /** A signal has come for the subscription. */
  public void signal(SignalSubscription subscription, Map<String, Object> variables) {
    trigger(subscription.owner(), subscription.elementId(), variables);
  }

  /** The event has happened to the owner. */
  void trigger(ElementInstance owner, String eventId, Map<String, Object> variables) {
    if (owner.phase().isLeaving()) {
      return;
    }
    var event = owner.process().model().element(eventId);
    if (event instanceof BoundaryEvent boundary) {
      triggerBoundary(owner, boundary, variables);
    } else if (event instanceof StartEvent start) {
      triggerEventSubProcess(owner, start, variables);
    } else if (event.id().equals(owner.element().id())) {
      execution.interpreter.complete(owner, variables);
    } else {
      Memory.rememberEvent(owner, EventBasedGatewayBehavior.CHOSEN, eventId, variables);
      execution.interpreter.complete(owner);
    }
  }

  private void triggerBoundary(
      ElementInstance activity, BoundaryEvent event, Map<String, Object> variables) {
    if (event.interrupting()) {
      Memory.rememberEvent(activity, Memory.INTERRUPTION, event.id(), variables);
      execution.interpreter.terminate(activity);
    } else {
      execution.interpreter.activateTriggered(activity.container(), event, variables);
    }
  }

  private void triggerEventSubProcess(
      ElementInstance scope, StartEvent start, Map<String, Object> variables) {
    if (!start.interrupting()) {
      begin(scope, new Memory.Event(start.id(), variables));
    } else if (scope.recall(Memory.INTERRUPTION) == null) {
      Memory.rememberEvent(scope, Memory.INTERRUPTION, start.id(), variables);
      closeEventSubProcesses(scope);
      execution.tokens.drop(scope);
      scope.children().forEach(execution.interpreter::terminate);
      startInterruption(scope);
    }
  }

  /**
   * Starts the event sub-process that has interrupted the scope, once everything else in it has
   * ended. {@code false} when nothing interrupts.
   */
  boolean startInterruption(ElementInstance scope) {
    var interruption = Memory.event(scope, Memory.INTERRUPTION);
    if (interruption == null) {
      return false;
    }
    if (!scope.hasChildren()) {
      scope.remember(Memory.INTERRUPTION, null);
      begin(scope, interruption);
    }
    return true;
  }

  private void begin(ElementInstance scope, Memory.Event event) {
    var model = scope.process().model();
    var subProcess = (EventSubProcess) model.element(scopeOf(model.element(event.elementId())));
    var instance = execution.interpreter.activate(scope, subProcess);
    Memory.rememberEvent(instance, ScopeBehavior.START, event.elementId(), event.variables());
  }

  private static String scopeOf(Element element) {
    var scopeId = element.scopeId();
    if (scopeId == null) {
      throw new IllegalStateException("Expected a scope around element " + element.id());
    }
    return scopeId;
  }
}
