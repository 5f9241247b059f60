package uz.yagona.engine.state;

import java.util.function.LongUnaryOperator;

/** Gives keys out of blocks that were reserved durably before; may be asked from any thread. */
public final class KeyGenerator {
  private static final long BLOCK = 50_000;

  private final LongUnaryOperator reservation;
  private long next;
  private long end;

  /**
   * @param reservation reserves this many keys durably and gives the first
   */
  public KeyGenerator(LongUnaryOperator reservation) {
    this.reservation = reservation;
  }

  public synchronized long next() {
    if (next == end) {
      next = reservation.applyAsLong(BLOCK);
      end = next + BLOCK;
    }
    return next++;
  }
}
