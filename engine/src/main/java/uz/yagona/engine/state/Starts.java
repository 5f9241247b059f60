package uz.yagona.engine.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import uz.yagona.engine.definition.ProcessDefinition;

/** Start events that wait for messages, signals and times: those of the latest versions. */
public final class Starts {
  private final Journal journal;
  private final KeyGenerator keys;
  private final MessageSubscriptionRepository messageRepository;
  private final SignalSubscriptionRepository signalRepository;
  private final TimerRepository timerRepository;
  private final Map<String, List<StartSubscription>> messages = new HashMap<>();
  private final Map<String, List<StartSubscription>> signals = new HashMap<>();

  Starts(Tables tables, Journal journal, KeyGenerator keys) {
    this.journal = journal;
    this.keys = keys;
    messageRepository = tables.messageSubscriptions;
    signalRepository = tables.signalSubscriptions;
    timerRepository = tables.timers;
  }

  void load(LongFunction<ProcessDefinition> definitions) {
    messages.clear();
    signals.clear();
    messageRepository.loadStarts(definitions).forEach(start -> list(messages, start).add(start));
    signalRepository.loadStarts(definitions).forEach(start -> list(signals, start).add(start));
  }

  private static List<StartSubscription> list(
      Map<String, List<StartSubscription>> map, StartSubscription start) {
    return map.computeIfAbsent(start.name(), name -> new ArrayList<>());
  }

  /** Start events that a message of this name starts. */
  public List<StartSubscription> ofMessage(String name) {
    return List.copyOf(messages.getOrDefault(name, List.of()));
  }

  /** Start events that a signal of this name starts. */
  public List<StartSubscription> ofSignal(String name) {
    return List.copyOf(signals.getOrDefault(name, List.of()));
  }

  public void openMessage(
      ProcessDefinition definition, String elementId, String name, Instant now) {
    var start = new StartSubscription(keys.next(), definition, elementId, name, now);
    messageRepository.starts.insert(start);
    add(messages, start);
  }

  public void openSignal(ProcessDefinition definition, String elementId, String name, Instant now) {
    var start = new StartSubscription(keys.next(), definition, elementId, name, now);
    signalRepository.starts.insert(start);
    add(signals, start);
  }

  private void add(Map<String, List<StartSubscription>> map, StartSubscription start) {
    list(map, start).add(start);
    journal.record(() -> list(map, start).remove(start));
  }

  public void openTimer(
      ProcessDefinition definition, String elementId, Instant dueDate, int repetitions) {
    timerRepository.starts.insert(
        new StartTimer(keys.next(), definition, elementId, dueDate, repetitions));
  }

  /** The start timer has fired. */
  public void closeTimer(StartTimer timer) {
    timerRepository.starts.adopt(timer);
    timerRepository.starts.delete(timer);
  }

  /** The definition is no longer the latest, or is deleted. */
  public void close(ProcessDefinition definition) {
    for (var list : List.copyOf(messages.values())) {
      remove(list, definition, messageRepository.starts);
    }
    for (var list : List.copyOf(signals.values())) {
      remove(list, definition, signalRepository.starts);
    }
    timerRepository.deleteStarts(List.of(definition.key()));
  }

  private void remove(
      List<StartSubscription> list,
      ProcessDefinition definition,
      Changes<StartSubscription> changes) {
    for (var start : List.copyOf(list)) {
      if (start.definition().key() == definition.key()) {
        list.remove(start);
        journal.record(() -> list.add(start));
        changes.delete(start);
      }
    }
  }
}
