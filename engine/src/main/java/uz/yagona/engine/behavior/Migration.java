package uz.yagona.engine.behavior;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uz.yagona.engine.definition.CompiledProcess;
import uz.yagona.engine.model.Activity;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.Event;
import uz.yagona.engine.model.EventBasedGateway;
import uz.yagona.engine.model.EventSubProcess;
import uz.yagona.engine.model.Scope;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.MessageSubscription;
import uz.yagona.engine.state.OwnedRow;
import uz.yagona.engine.state.ProcessInstance;
import uz.yagona.engine.state.SignalSubscription;
import uz.yagona.engine.state.TimerRow;

/** Continues an instance in another definition. The mappings must have been checked. */
public final class Migration {
  private final Execution execution;

  Migration(Execution execution) {
    this.execution = execution;
  }

  /**
   * @param mappings ids of target elements by ids of source elements
   */
  public void run(ProcessInstance process, CompiledProcess target, Map<String, String> mappings) {
    var instances = process.tree().filter(instance -> instance.scope() != null).toList();
    process.tree().forEach(scope -> carryOver(scope, target, mappings));
    for (var instance : instances) {
      var element = target.model().element(targetId(instance.element(), mappings));
      instance.element(element);
      execution.store.renamed(instance, element.id());
    }
    process.migrate(target);
    execution.store.migrated(process, target.row());
    subscribeAgain(process, mappings);
    instances.forEach(instance -> subscribeAgain(instance, mappings));
  }

  /** Tokens that wait at joins and activities that may be undone are known by their ids. */
  private void carryOver(
      ElementInstance scope, CompiledProcess target, Map<String, String> mappings) {
    execution.tokens.rename(scope, mappings);
    execution.compensations.migrate(scope, target.model(), mappings);
  }

  private static String targetId(Element source, Map<String, String> mappings) {
    return mappings.getOrDefault(source.id(), source.id());
  }

  /** Mapped events go on waiting for the same; others are closed, new ones opened. */
  private void subscribeAgain(ElementInstance instance, Map<String, String> mappings) {
    Set<String> kept = new HashSet<>();
    for (var row : instance.owned()) {
      var eventId = Subscriptions.eventOf(row);
      if (!eventId.isEmpty()) {
        var mapped = mappings.get(eventId);
        execution.subscriptions.close(row);
        if (mapped != null && kept.add(mapped)) {
          execution.store.add(renamed(row, instance, mapped));
        }
      }
    }
    for (var event : waiting(instance)) {
      if (!kept.contains(event.id())) {
        execution.subscriptions.open(instance, event, event.definition(), isInterrupting(event));
      }
    }
  }

  private OwnedRow renamed(OwnedRow row, ElementInstance owner, String eventId) {
    var key = execution.store.newKey();
    if (row instanceof TimerRow timer) {
      return new TimerRow(key, owner, eventId, timer.dueDate(), timer.repetitions());
    }
    if (row instanceof SignalSubscription signal) {
      return new SignalSubscription(key, owner, signal.signalName(), eventId);
    }
    var message = (MessageSubscription) row;
    return new MessageSubscription(
        key, owner, message.address(), eventId, message.isInterrupting(), execution.now());
  }

  private static boolean isInterrupting(Event event) {
    if (event instanceof uz.yagona.engine.model.BoundaryEvent boundary) {
      return boundary.interrupting();
    }
    return !(event instanceof uz.yagona.engine.model.StartEvent start) || start.interrupting();
  }

  private static List<Event> waiting(ElementInstance instance) {
    var events = new ArrayList<Event>();
    if (instance.element() instanceof Activity activity && instance.isOutermost()) {
      events.addAll(activity.boundaryEvents());
    }
    if (instance.element() instanceof Scope scope && instance.isProper()) {
      scope.eventSubProcesses().stream().map(EventSubProcess::start).forEach(events::add);
    }
    if (instance.element() instanceof EventBasedGateway gateway) {
      var model = instance.process().model();
      gateway.outgoing().stream()
          .map(model::target)
          .filter(Event.class::isInstance)
          .map(Event.class::cast)
          .forEach(events::add);
    }
    return events;
  }
}
