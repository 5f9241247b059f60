package uz.yagona.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Buffered messages as the current batch sees them: those in the database and those just added. */
public final class Messages {
  private final MessageRepository repository;
  private final Journal journal;
  private final Map<MessageAddress, List<MessageRow>> stored = new HashMap<>();
  private final Map<MessageAddress, List<MessageRow>> added = new HashMap<>();
  private boolean mayBeStored = true;

  Messages(MessageRepository repository, Journal journal) {
    this.repository = repository;
    this.journal = journal;
  }

  void load(Collection<MessageAddress> addresses) {
    var unknown = addresses.stream().filter(a -> !stored.containsKey(a)).distinct().toList();
    if (unknown.isEmpty()) {
      return;
    }
    unknown.forEach(address -> stored.put(address, new ArrayList<>()));
    if (mayBeStored) {
      for (var message : repository.load(unknown)) {
        stored.computeIfAbsent(message.address(), address -> new ArrayList<>()).add(message);
      }
    }
  }

  /** Messages with this address, oldest first; expired ones may be among them. */
  public List<MessageRow> at(MessageAddress address) {
    load(List.of(address));
    return Stream.concat(
            stored.getOrDefault(address, List.of()).stream(),
            added.getOrDefault(address, List.of()).stream())
        .toList();
  }

  /** Whether any message may be buffered. */
  public boolean mayHoldAny() {
    return mayBeStored || !added.isEmpty();
  }

  /** Buffers a message. */
  public void add(MessageRow message) {
    repository.changes.insert(message);
    var list = added.computeIfAbsent(message.address(), address -> new ArrayList<>());
    list.add(message);
    journal.record(() -> list.remove(list.size() - 1));
  }

  /** Removes a message whose time is over. */
  public void remove(MessageRow message) {
    repository.changes.delete(message);
    var list = stored.get(message.address());
    if (list != null && list.remove(message)) {
      journal.record(() -> list.add(message));
    }
  }

  /** Tells whether anything is buffered in the database. */
  void stored(boolean any) {
    mayBeStored = any;
  }

  void clear() {
    if (!added.isEmpty()) {
      mayBeStored = true;
    }
    stored.clear();
    added.clear();
  }
}
