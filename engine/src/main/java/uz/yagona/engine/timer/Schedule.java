package uz.yagona.engine.timer;

import java.time.Instant;

/**
 * The next time a timer fires.
 *
 * @param repetitions still to come, this one included; 1 for once, {@link #FOR_EVER} without end
 */
public record Schedule(Instant dueDate, int repetitions) {

  public static final int FOR_EVER = -1;

  static Schedule once(Instant dueDate) {
    return new Schedule(dueDate, 1);
  }
}
