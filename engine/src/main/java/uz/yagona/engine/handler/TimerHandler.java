package uz.yagona.engine.handler;

import java.util.Map;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.Event;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.state.DueTimer;
import uz.yagona.engine.state.Needs;
import uz.yagona.engine.state.ProcessInstance;
import uz.yagona.engine.state.StartTimer;
import uz.yagona.engine.state.TimerRow;

/** Timers whose time has come. */
final class TimerHandler {
  private final Execution execution;

  TimerHandler(Execution execution) {
    this.execution = execution;
  }

  void register(Handlers handlers) {
    handlers.onInternal(DueTimer.class, this::prepare, this::fire);
  }

  private void prepare(DueTimer timer, Needs needs) {
    var instance = timer.processInstanceKey();
    if (instance != null) {
      needs.process(instance);
    }
  }

  private void fire(DueTimer due) {
    if (due.processInstanceKey() == null) {
      start(due);
      return;
    }
    var timer = execution.store.find(TimerRow.class, due.key());
    if (timer != null) {
      execution.subscriptions.fire(timer);
    }
  }

  private void start(DueTimer due) {
    var definition = execution.definitions.compiled(due.definitionKey());
    execution
        .store
        .starts()
        .closeTimer(
            new StartTimer(
                due.key(), definition.row(), due.elementId(), due.dueDate(), due.repetitions()));
    if (definition.model().element(due.elementId()) instanceof Event event
        && event.definition() instanceof EventDefinition.Timer timer) {
      execution
          .timers
          .next(timer, VariableLookup.NONE, due.dueDate(), due.repetitions(), execution.now())
          .ifPresent(
              next ->
                  execution
                      .store
                      .starts()
                      .openTimer(definition.row(), event.id(), next.dueDate(), next.repetitions()));
    }
    execution.calls.start(definition, ProcessInstance.Origin.PLAIN, due.elementId(), Map.of());
  }
}
