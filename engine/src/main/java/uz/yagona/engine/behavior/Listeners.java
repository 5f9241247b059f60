package uz.yagona.engine.behavior;

import java.util.List;
import java.util.Map;
import uz.yagona.engine.model.ExecutionListener;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.JobRow;
import uz.yagona.engine.state.Phase;

/** Execution listeners: jobs that run one after the other before an element begins or ends. */
final class Listeners {
  private final Execution execution;

  Listeners(Execution execution) {
    this.execution = execution;
  }

  /** Starts the first start listener; {@code false} when there is none. */
  boolean start(ElementInstance instance) {
    return begin(instance, instance.element().startListeners(), Phase.STARTING);
  }

  /** Starts the first end listener; {@code false} when there is none. */
  boolean end(ElementInstance instance) {
    return begin(instance, instance.element().endListeners(), Phase.ENDING);
  }

  private boolean begin(ElementInstance instance, List<ExecutionListener> listeners, Phase phase) {
    if (listeners.isEmpty()) {
      return false;
    }
    instance.phase(phase);
    create(instance, listeners, 0);
    return true;
  }

  private void create(ElementInstance instance, List<ExecutionListener> listeners, int index) {
    var listener = listeners.get(index);
    instance.remember(Memory.LISTENER, index);
    execution.jobs.create(
        instance, listener.job(), JobRow.Kind.EXECUTION_LISTENER, listener.event().name());
  }

  /** A listener is done: the next one follows, else the element goes on. */
  void done(ElementInstance instance, Map<String, Object> variables) {
    var starting = instance.phase() == Phase.STARTING;
    if (!starting && instance.phase() != Phase.ENDING) {
      return;
    }
    var element = instance.element();
    if (starting) {
      execution.variables.setLocal(instance, variables);
    } else {
      execution.variables.propagate(instance, variables);
    }
    var listeners = starting ? element.startListeners() : element.endListeners();
    var next = instance.recallInt(Memory.LISTENER) + 1;
    if (next < listeners.size()) {
      create(instance, listeners, next);
    } else {
      instance.remember(Memory.LISTENER, null);
      instance.phase(starting ? Phase.ENTERING : Phase.LEAVING);
      execution.interpreter.schedule(instance);
    }
  }
}
