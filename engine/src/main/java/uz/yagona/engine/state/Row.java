package uz.yagona.engine.state;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row in memory. Its cells note each change in the journal and in the batch's changes. */
public abstract class Row {
  /** What the batch has to do with the row. */
  enum Status {
    DETACHED,
    CLEAN,
    NEW,
    CHANGED,
    DELETED
  }

  private final long key;
  private @Nullable Changes<?> changes;
  Status status = Status.DETACHED;

  protected Row(long key) {
    this.key = key;
  }

  public final long key() {
    return key;
  }

  final void attach(Changes<?> to) {
    changes = to;
  }

  /** Has the row written although no cell has changed. */
  protected final void touch() {
    if (changes != null) {
      changes.update(this);
    }
  }

  private void beforeChange(Runnable inverse) {
    if (changes != null) {
      changes.journal().record(inverse);
      changes.update(this);
    }
  }

  protected final <T> Cell<T> cell(T initial) {
    return new Cell<>(initial);
  }

  protected final <T> Slot<T> slot(@Nullable T initial) {
    return new Slot<>(initial);
  }

  /** A value that may change. */
  public final class Cell<T> {
    private T value;

    private Cell(T initial) {
      value = initial;
    }

    public T get() {
      return value;
    }

    public void set(T next) {
      var previous = value;
      if (!previous.equals(next)) {
        beforeChange(() -> value = previous);
        value = next;
      }
    }
  }

  /** A value that may change, or be absent. */
  public final class Slot<T> {
    private @Nullable T value;

    private Slot(@Nullable T initial) {
      value = initial;
    }

    public @Nullable T get() {
      return value;
    }

    public boolean isEmpty() {
      return value == null;
    }

    public void set(@Nullable T next) {
      var previous = value;
      if (!Objects.equals(previous, next)) {
        beforeChange(() -> value = previous);
        value = next;
      }
    }
  }
}
