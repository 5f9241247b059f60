package uz.yagona.engine.job;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of one type that may be handed out, oldest first. Memory holds a bounded window; what is
 * younger than the horizon is in the database only.
 */
final class ReadyJobs {
  /** Reads keys of activatable jobs younger than {@code after}. */
  interface Source {
    java.util.List<Long> read(long after, int limit);
  }

  private static final int WINDOW = 10_000;
  private static final int PAGE = 1_000;

  private final Source source;
  private final ArrayDeque<Long> keys = new ArrayDeque<>();
  private final Set<Long> known = new HashSet<>();
  private long horizon;
  private boolean moreBeyond = true;

  ReadyJobs(Source source) {
    this.source = source;
  }

  /** A new job was committed. */
  void created(long key) {
    if (moreBeyond) {
      return;
    }
    if (keys.size() >= WINDOW) {
      moreBeyond = true;
    } else {
      horizon = Math.max(horizon, key);
      addLast(key);
    }
  }

  /** A job may be handed out again; it goes first. */
  void returned(long key) {
    if (key <= horizon || !moreBeyond) {
      horizon = Math.max(horizon, key);
      if (known.add(key)) {
        keys.addFirst(key);
      }
    }
  }

  private void addLast(long key) {
    if (known.add(key)) {
      keys.addLast(key);
    }
  }

  /** The next one; {@code null} when there is none. */
  @Nullable Long poll() {
    if (keys.isEmpty() && moreBeyond) {
      var page = source.read(horizon, PAGE);
      page.forEach(this::addLast);
      moreBeyond = page.size() == PAGE;
      horizon = page.isEmpty() ? horizon : page.get(page.size() - 1);
    }
    var key = keys.poll();
    if (key != null) {
      known.remove(key);
    }
    return key;
  }
}
