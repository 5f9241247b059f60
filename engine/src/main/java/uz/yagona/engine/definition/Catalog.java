package uz.yagona.engine.definition;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.model.Binding;

/** All versions of one kind of deployed things. Used by the writer thread alone. */
public final class Catalog<D extends Deployed> {
  private final Consumer<Runnable> journal;
  private final Map<Long, D> byKey = new HashMap<>();
  private final Map<String, NavigableMap<Integer, D>> startable = new HashMap<>();
  private final Map<String, Integer> newest = new HashMap<>();

  /**
   * @param journal is told how to take back each change
   */
  public Catalog(Consumer<Runnable> journal) {
    this.journal = journal;
  }

  /** Takes in a version; a deleted one can only be found by key. */
  void load(D definition, boolean deleted) {
    byKey.put(definition.key(), definition);
    newest.merge(definition.id(), definition.version(), Math::max);
    if (!deleted) {
      versions(definition.id()).put(definition.version(), definition);
    }
  }

  void clear() {
    byKey.clear();
    startable.clear();
    newest.clear();
  }

  private NavigableMap<Integer, D> versions(String id) {
    return startable.computeIfAbsent(id, missing -> new TreeMap<>());
  }

  public void add(D definition) {
    var before = newest.getOrDefault(definition.id(), 0);
    load(definition, false);
    journal.accept(
        () -> {
          byKey.remove(definition.key());
          versions(definition.id()).remove(definition.version());
          newest.put(definition.id(), before);
        });
  }

  /** Hides a version from those who want to start or use it. */
  public void delete(D definition) {
    versions(definition.id()).remove(definition.version());
    journal.accept(() -> versions(definition.id()).put(definition.version(), definition));
  }

  /** Deleted ones too. */
  public @Nullable D find(long key) {
    return byKey.get(key);
  }

  public Collection<D> all() {
    return byKey.values();
  }

  public boolean isDeleted(D definition) {
    return !versions(definition.id()).containsKey(definition.version());
  }

  public @Nullable D latest(String id) {
    var versions = startable.get(id);
    return versions == null || versions.isEmpty() ? null : versions.lastEntry().getValue();
  }

  public @Nullable D version(String id, int version) {
    var versions = startable.get(id);
    return versions == null ? null : versions.get(version);
  }

  /** Number of the version that comes next; numbers of deleted ones are not used again. */
  public int nextVersion(String id) {
    return newest.getOrDefault(id, 0) + 1;
  }

  /**
   * The version that a reference means.
   *
   * @param deploymentKey of the process that refers
   */
  public @Nullable D bound(String id, Binding binding, long deploymentKey) {
    return switch (binding.type()) {
      case LATEST -> latest(id);
      case DEPLOYMENT -> newest(id, version -> version.deploymentKey() == deploymentKey);
      case VERSION_TAG ->
          newest(
              id,
              version ->
                  version.versionTag() != null
                      && version.versionTag().equals(binding.versionTag()));
    };
  }

  private @Nullable D newest(String id, Predicate<D> wanted) {
    var versions = startable.get(id);
    return versions == null
        ? null
        : versions.descendingMap().values().stream().filter(wanted).findFirst().orElse(null);
  }
}
