package uz.yagona.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.definition.CompiledProcess;

/** Active instances in memory, with their open rows by key; the least recently used go first. */
final class Residents {
  private static final String OWNERS =
      """
      select process_instance_key from engine.process_instance
        where process_instance_key = any (:keys) and state = 'ACTIVE'
      union select process_instance_key from engine.element_instance where element_instance_key = any (:keys)
      union select process_instance_key from engine.job where job_key = any (:keys)
      union select process_instance_key from engine.user_task where user_task_key = any (:keys)
      union select process_instance_key from engine.incident where incident_key = any (:keys)
      union select process_instance_key from engine.timer
        where timer_key = any (:keys) and process_instance_key is not null
      union select process_instance_key from engine.message_subscription
        where message_subscription_key = any (:keys) and process_instance_key is not null
      """;

  /** Characters of variables that take the place of a row. */
  private static final int CHARACTERS_PER_ROW = 250;

  private final JdbcClient jdbc;
  private final Tables tables;
  private final LongFunction<CompiledProcess> definitions;
  private final int capacity;
  private final LinkedHashMap<Long, ProcessInstance> processes =
      new LinkedHashMap<>(1024, 0.75f, true);
  private final Map<Long, Row> rows = new HashMap<>();
  private final Map<MessageAddress, TreeMap<Long, MessageSubscription>> byAddress = new HashMap<>();
  private final Map<String, TreeMap<Long, SignalSubscription>> bySignal = new HashMap<>();

  /** Characters of all variables in memory. */
  private long weight;

  /** Where a full page ends that was loaded in this batch. */
  private final Map<SignalPage.Place, Long> signalPages = new HashMap<>();

  private final MessagePages messagePages;

  /** Ended in this batch: the database does not know it yet. */
  private final Set<Long> ended = new HashSet<>();

  /**
   * @param capacity number of rows to keep
   */
  Residents(
      JdbcClient jdbc, Tables tables, LongFunction<CompiledProcess> definitions, int capacity) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.definitions = definitions;
    this.capacity = capacity;
    messagePages = new MessagePages(tables.messageSubscriptions);
  }

  @Nullable ProcessInstance process(long key) {
    var known = processes.get(key);
    if (known == null) {
      loadProcesses(Set.of(key));
      known = processes.get(key);
    }
    return known;
  }

  @Nullable Row row(long key) {
    var row = rows.get(key);
    if (row instanceof OwnedRow owned) {
      processes.get(owned.process().key());
    } else if (row instanceof ElementInstance element) {
      processes.get(element.process().key());
    }
    return row;
  }

  /** The oldest of each process, at least; oldest first. */
  List<MessageSubscription> waitingFor(MessageAddress address) {
    for (var next = messagePages.next(address, at(address));
        !next.isEmpty();
        next = messagePages.next(address, at(address))) {
      loadProcesses(new LinkedHashSet<>(next));
    }
    return at(address).stream().filter(messagePages::isKnown).toList();
  }

  private Collection<MessageSubscription> at(MessageAddress address) {
    var waiting = byAddress.get(address);
    return waiting == null ? List.of() : waiting.values();
  }

  /** What is in memory is complete up to the end of the page that was loaded. */
  SignalPage waitingForSignal(SignalPage.Place place, long last) {
    var loaded = signalPages.getOrDefault(place, Long.MAX_VALUE);
    var waiting = bySignal.getOrDefault(place.signalName(), new TreeMap<>());
    var end = Math.min(loaded, last);
    var page =
        waiting.subMap(place.after(), false, Math.max(end, place.after()), true).values().stream()
            .limit(SignalPage.SIZE)
            .toList();
    if (page.size() == SignalPage.SIZE) {
      end = page.get(page.size() - 1).key();
    }
    return new SignalPage(page, end, end < last);
  }

  int size() {
    return rows.size();
  }

  // load ------------------------------------------------------------------------------------------

  void load(Needs needs) {
    var wanted = new LinkedHashSet<>(needs.processes);
    var unknown = needs.rows.stream().filter(key -> !rows.containsKey(key)).toList();
    if (!unknown.isEmpty()) {
      wanted.addAll(
          jdbc.sql(OWNERS).param("keys", unknown.toArray(Long[]::new)).query(Long.class).list());
    }
    if (!needs.waiting.isEmpty()) {
      wanted.addAll(messagePages.first(needs.waiting));
    }
    if (!needs.signals.isEmpty()) {
      wanted.addAll(waiting(needs.signals));
    }
    loadProcesses(wanted);
  }

  private List<Long> waiting(Set<SignalPage.Place> places) {
    var found = tables.signalSubscriptions.waiting(places);
    for (var place : places) {
      var page = found.stream().filter(waiting -> waiting.place().equals(place)).toList();
      if (page.size() == SignalPage.SIZE) {
        signalPages.put(place, page.get(page.size() - 1).key());
      }
    }
    return found.stream().map(SignalSubscriptionRepository.Waiting::processInstanceKey).toList();
  }

  private void loadProcesses(Set<Long> wanted) {
    var missing =
        wanted.stream().filter(key -> !processes.containsKey(key) && !ended.contains(key)).toList();
    if (missing.isEmpty()) {
      return;
    }
    var loaded = tables.processInstances.load(missing, definitions);
    loaded.forEach(this::add);
    var keys = loaded.stream().map(ProcessInstance::key).toList();
    if (keys.isEmpty()) {
      return;
    }
    tables.elementInstances.load(keys, this::element, this::add);
    tables.loadOwned(new OwnedRowReading(keys, this::element, this::add));
    var scopes = new ArrayList<Long>();
    loaded.forEach(process -> process.tree().forEach(element -> scopes.add(element.key())));
    tables.variables.load(
        scopes,
        this::element,
        variable -> {
          variable.scope().variables.put(variable.name(), variable);
          weigh(variable.scope().process(), variable.json().length());
        });
    loadParents(loaded);
  }

  /** Called instances report to their callers sooner or later. */
  private void loadParents(Collection<ProcessInstance> loaded) {
    var parents = new LinkedHashSet<Long>();
    for (var process : loaded) {
      var parent = process.origin().parentInstanceKey();
      if (parent != null) {
        parents.add(parent);
      }
    }
    loadProcesses(parents);
  }

  private ElementInstance element(long key) {
    if (rows.get(key) instanceof ElementInstance element) {
      return element;
    }
    throw new IllegalStateException(
        "Expected active element instance %d, but it is not".formatted(key));
  }

  /** The variables of the instance have become so many characters longer. */
  void weigh(ProcessInstance process, long difference) {
    process.weight += difference;
    weight += difference;
  }

  // keep ------------------------------------------------------------------------------------------

  void add(ElementInstance instance) {
    rows.put(instance.key(), instance);
    if (instance instanceof ProcessInstance process) {
      processes.put(process.key(), process);
      weight += process.weight;
      ended.remove(process.key());
    } else {
      instance.container().children.put(instance.key(), instance);
    }
  }

  void remove(ElementInstance instance) {
    rows.remove(instance.key());
    if (instance instanceof ProcessInstance process) {
      processes.remove(process.key());
      weight -= process.weight;
      ended.add(process.key());
    } else {
      instance.container().children.remove(instance.key());
    }
  }

  void add(OwnedRow row) {
    rows.put(row.key(), row);
    row.owner().owned.put(row.key(), row);
    if (row instanceof MessageSubscription subscription) {
      byAddress
          .computeIfAbsent(subscription.address(), address -> new TreeMap<>())
          .put(row.key(), subscription);
    } else if (row instanceof SignalSubscription subscription) {
      bySignal
          .computeIfAbsent(subscription.signalName(), name -> new TreeMap<>())
          .put(row.key(), subscription);
    }
  }

  void remove(OwnedRow row) {
    rows.remove(row.key());
    row.owner().owned.remove(row.key());
    if (row instanceof MessageSubscription subscription) {
      removeFrom(byAddress, subscription.address(), row.key());
    } else if (row instanceof SignalSubscription subscription) {
      removeFrom(bySignal, subscription.signalName(), row.key());
    }
  }

  private static <K, R> void removeFrom(Map<K, ? extends Map<Long, R>> index, K place, long key) {
    var entries = index.get(place);
    if (entries != null) {
      entries.remove(key);
      if (entries.isEmpty()) {
        index.remove(place);
      }
    }
  }

  /** The batch is over: lets instances go until the rest fits. */
  void evict() {
    ended.clear();
    signalPages.clear();
    messagePages.clear();
    var oldest = processes.values().iterator();
    while (rows.size() + weight / CHARACTERS_PER_ROW > capacity && oldest.hasNext()) {
      var process = oldest.next();
      oldest.remove();
      weight -= process.weight;
      process.tree().toList().forEach(this::forget);
    }
  }

  private void forget(ElementInstance instance) {
    List.copyOf(instance.owned.values()).forEach(this::remove);
    rows.remove(instance.key());
  }

  void clear() {
    ended.clear();
    signalPages.clear();
    messagePages.clear();
    processes.clear();
    weight = 0;
    rows.clear();
    byAddress.clear();
    bySignal.clear();
  }
}
