package uz.yagona.engine.state;

import java.util.LinkedHashSet;
import java.util.Set;

/** What the commands of a batch will look at. Collected first, so that it is loaded set by set. */
public final class Needs {
  final Set<Long> rows = new LinkedHashSet<>();
  final Set<Long> processes = new LinkedHashSet<>();
  final Set<MessageAddress> waiting = new LinkedHashSet<>();
  final Set<MessageAddress> buffered = new LinkedHashSet<>();
  final Set<SignalPage.Place> signals = new LinkedHashSet<>();
  final Set<ActiveStarts.Start> starts = new LinkedHashSet<>();

  /** The instance that this row belongs to; any kind of key. */
  public void row(long key) {
    rows.add(key);
  }

  /** This process instance. */
  public void process(long key) {
    processes.add(key);
  }

  /** Instances that wait for a message. */
  public void waitingFor(MessageAddress address) {
    waiting.add(address);
  }

  /** Buffered messages. */
  public void buffered(MessageAddress address) {
    buffered.add(address);
  }

  /** The next instances that wait for a signal, in the order of their subscriptions. */
  public void waitingForSignal(String signalName, long after) {
    signals.add(new SignalPage.Place(signalName, after));
  }

  /** Whether a process runs already for a correlation key. */
  public void start(ActiveStarts.Start start) {
    starts.add(start);
  }
}
