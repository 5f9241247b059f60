package uz.yagona.engine.cluster;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.api.GlobalTaskListenerCommand.GlobalTaskListener;
import uz.yagona.engine.model.TaskListener.Event;

/** The listeners that run for every user task. Used by the writer thread alone. */
public final class GlobalTaskListeners {
  /** Stands for every event. */
  public static final String ALL = "all";

  private static final Comparator<GlobalTaskListener> ORDER =
      Comparator.comparing(GlobalTaskListener::priority)
          .reversed()
          .thenComparing(GlobalTaskListener::id);

  private final GlobalTaskListenerRepository repository;
  private final Consumer<Runnable> journal;
  private final Map<String, GlobalTaskListener> listeners = new HashMap<>();

  /**
   * @param journal is told how to take back each change
   */
  public GlobalTaskListeners(JdbcClient jdbc, Consumer<Runnable> journal) {
    repository = new GlobalTaskListenerRepository(jdbc);
    this.journal = journal;
  }

  /** Forgets what is in memory and reads the database. */
  public void reload() {
    listeners.clear();
    repository.all().forEach(listener -> listeners.put(listener.id(), listener));
  }

  public boolean has(String id) {
    return listeners.containsKey(id);
  }

  /** Those of one event in the order in which they run, before or after those of the model. */
  public List<GlobalTaskListener> of(Event event, boolean afterNonGlobal) {
    if (listeners.isEmpty()) {
      return List.of();
    }
    var name = event.name().toLowerCase(Locale.ROOT);
    return listeners.values().stream()
        .filter(listener -> listener.afterNonGlobal() == afterNonGlobal)
        .filter(
            listener -> listener.eventTypes().contains(name) || listener.eventTypes().contains(ALL))
        .sorted(ORDER)
        .toList();
  }

  /** Adds the listener or replaces the one with its id. */
  public void put(GlobalTaskListener listener) {
    repository.put(listener);
    change(listener.id(), listener);
  }

  public void delete(String id) {
    repository.delete(id);
    change(id, null);
  }

  private void change(String id, @Nullable GlobalTaskListener next) {
    var before = listeners.get(id);
    set(id, next);
    journal.accept(() -> set(id, before));
  }

  private void set(String id, @Nullable GlobalTaskListener listener) {
    if (listener == null) {
      listeners.remove(id);
    } else {
      listeners.put(id, listener);
    }
  }
}
