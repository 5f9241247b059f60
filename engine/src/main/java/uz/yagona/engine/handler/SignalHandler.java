package uz.yagona.engine.handler;

import java.util.Map;
import uz.yagona.engine.api.EventCommand.BroadcastSignal;
import uz.yagona.engine.api.EventCommand.BroadcastedSignal;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.behavior.FollowUp;
import uz.yagona.engine.state.ProcessInstance;

/** Signals: to everything that waits, and to start events. */
final class SignalHandler {
  private final Execution execution;

  SignalHandler(Execution execution) {
    this.execution = execution;
  }

  void register(Handlers handlers) {
    handlers.on(
        BroadcastSignal.class,
        (command, needs) -> needs.waitingFor(command.name()),
        command -> {
          broadcast(command.name(), command.variables().toMap());
          return new BroadcastedSignal(execution.store.newKey());
        });
    handlers.onInternal(
        FollowUp.Broadcast.class,
        (command, needs) -> needs.waitingFor(command.signalName()),
        command -> broadcast(command.signalName(), command.variables()));
  }

  private void broadcast(String name, Map<String, Object> variables) {
    for (var subscription : execution.store.waitingFor(name)) {
      execution.subscriptions.signal(subscription, variables);
    }
    for (var start : execution.store.starts().ofSignal(name)) {
      execution.calls.start(
          execution.definitions.compiled(start.definition()),
          ProcessInstance.Origin.PLAIN,
          start.elementId(),
          variables);
    }
  }
}
