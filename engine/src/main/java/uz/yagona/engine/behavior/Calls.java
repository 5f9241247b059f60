package uz.yagona.engine.behavior;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.definition.CompiledProcess;
import uz.yagona.engine.model.CallActivity;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.MessageAddress;
import uz.yagona.engine.state.Phase;
import uz.yagona.engine.state.ProcessInstance;

/** Starts and ends of process instances, and what links a call activity with what it calls. */
public final class Calls {
  private final Execution execution;

  Calls(Execution execution) {
    this.execution = execution;
  }

  /** Creates a process instance that starts at the event, {@code null} means the none start. */
  public ProcessInstance start(
      CompiledProcess definition,
      ProcessInstance.Origin origin,
      @Nullable String startEventId,
      Map<String, ? extends @Nullable Object> variables) {
    var process = execution.store.addProcess(definition, origin, execution.now());
    // set before anything is entered: event sub-processes of the process may correlate by them
    var mapped =
        startEventId != null && !definition.model().element(startEventId).outputs().isEmpty();
    if (!mapped) {
      execution.variables.setLocal(process, variables);
    }
    if (startEventId != null) {
      Memory.rememberEvent(
          process, ScopeBehavior.START, startEventId, mapped ? copy(variables) : Map.of());
    }
    execution.interpreter.schedule(process);
    return process;
  }

  private static Map<String, Object> copy(Map<String, ? extends @Nullable Object> variables) {
    return new LinkedHashMap<>(variables);
  }

  /** The process instance that called this one. */
  @Nullable ProcessInstance caller(ProcessInstance process) {
    var key = process.origin().parentInstanceKey();
    return key == null ? null : execution.store.process(key);
  }

  /** Number of process instances in the chain of calls, this one included. */
  int depth(ProcessInstance process) {
    var depth = 0;
    for (var at = process; at != null; at = caller(at)) {
      depth++;
    }
    return depth;
  }

  /** The call activity that called the process instance; {@code null} if it was not called. */
  @Nullable ElementInstance callActivity(ProcessInstance process) {
    var key = process.origin().parentElementKey();
    return key == null || caller(process) == null
        ? null
        : execution.store.find(ElementInstance.class, key);
  }

  /** Variables can still be read: hands them to whoever waits for them. */
  void beforeCompleted(ProcessInstance process) {
    execution.observer.completing(process);
    var call = callActivity(process);
    if (call != null && call.element() instanceof CallActivity activity) {
      var all = activity.propagateAllChildVariables() || !activity.outputs().isEmpty();
      execution.interpreter.complete(call, all ? values(process) : Map.of());
    }
  }

  private static Map<String, Object> values(ElementInstance scope) {
    var values = new LinkedHashMap<String, Object>();
    scope.variables().forEach(variable -> values.put(variable.name(), variable.value()));
    return values;
  }

  void completed(ProcessInstance process) {
    ended(process);
  }

  void terminated(ProcessInstance process) {
    execution.observer.terminated(process);
    var call = callActivity(process);
    if (call != null && call.phase() == Phase.TERMINATING) {
      execution.interpreter.schedule(call);
    }
    ended(process);
  }

  private void ended(ProcessInstance process) {
    if (process.isRoot()) {
      process.removalDate(
          execution.now().plus(execution.limits.retention().apply(process.definition().id())));
    }
    var origin = process.origin();
    if (origin.startCorrelationKey() != null && origin.startMessageName() != null) {
      execution.followUp(
          new FollowUp.StartFreed(
              new MessageAddress(origin.startMessageName(), origin.startCorrelationKey()),
              process.definition().id()));
    }
  }

  /** Ends a process instance and all it called. */
  public void terminate(ProcessInstance process) {
    execution.interpreter.terminate(process);
  }
}
