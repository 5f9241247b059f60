package uz.yagona.engine.state;

import java.util.ArrayList;

/** Remembers how to take back what was done since a mark. */
public final class Journal {
  private final ArrayList<Runnable> undo = new ArrayList<>();

  /** A place to come back to. */
  public int mark() {
    return undo.size();
  }

  /** Notes how to take back what is done now. */
  public void record(Runnable inverse) {
    undo.add(inverse);
  }

  /** Takes back everything since the mark, newest first. */
  public void rollback(int mark) {
    for (var i = undo.size() - 1; i >= mark; i--) {
      undo.remove(i).run();
    }
  }

  /** Forgets the past: what was done stays. */
  public void clear() {
    undo.clear();
  }
}
