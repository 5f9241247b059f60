package uz.yagona.engine.handler;

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
        (command, needs) -> needs.waitingForSignal(command.name(), 0),
        command -> {
          broadcast(FollowUp.Broadcast.of(command.name(), command.variables().toMap()));
          return new BroadcastedSignal(execution.store.newKey());
        });
    handlers.onInternal(
        FollowUp.Broadcast.class,
        (command, needs) -> needs.waitingForSignal(command.signalName(), command.after()),
        this::broadcast);
  }

  /** Reaches a page of those that wait; the rest has its turn in the next batches. */
  private void broadcast(FollowUp.Broadcast signal) {
    var isFirst = signal.last() == 0;
    var last = isFirst ? execution.store.newKey() : signal.last();
    var page = execution.store.waitingForSignal(signal.signalName(), signal.after(), last);
    for (var subscription : page.subscriptions()) {
      execution.subscriptions.signal(subscription, signal.variables());
    }
    if (isFirst) {
      startProcesses(signal);
    }
    if (page.hasMore()) {
      execution.followUp(signal.rest(page.end(), last));
    }
  }

  private void startProcesses(FollowUp.Broadcast signal) {
    for (var start : execution.store.starts().ofSignal(signal.signalName())) {
      execution.calls.start(
          execution.definitions.compiled(start.definition()),
          ProcessInstance.Origin.PLAIN,
          start.elementId(),
          signal.variables());
    }
  }
}
