package uz.yagona.engine.handler;

import org.jspecify.annotations.Nullable;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.definition.ProcessDefinition;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.model.StartEvent;

/** Start events of the latest versions: they wait for messages, signals and times. */
final class StartEvents {
  private final Execution execution;

  StartEvents(Execution execution) {
    this.execution = execution;
  }

  /** Lets the next version wait in place of the previous one. */
  void replace(@Nullable ProcessDefinition previous, @Nullable ProcessDefinition next) {
    if (previous != null) {
      execution.store.starts().close(previous);
    }
    if (next != null) {
      var process = execution.definitions.compiled(next);
      process.model().root().startEvents().forEach(event -> open(next, event));
    }
  }

  private void open(ProcessDefinition definition, StartEvent event) {
    var starts = execution.store.starts();
    var now = execution.now();
    if (event.definition() instanceof EventDefinition.Message message) {
      var name = execution.feel.evaluateString(message.name(), VariableLookup.NONE);
      starts.openMessage(definition, event.id(), name, now);
    } else if (event.definition() instanceof EventDefinition.Signal signal) {
      var name = execution.feel.evaluateString(signal.name(), VariableLookup.NONE);
      starts.openSignal(definition, event.id(), name, now);
    } else if (event.definition() instanceof EventDefinition.Timer timer) {
      var schedule = execution.timers.first(timer, VariableLookup.NONE, now);
      starts.openTimer(definition, event.id(), schedule.dueDate(), schedule.repetitions());
    }
  }
}
