package uz.yagona.engine.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A clock that can be pinned to an instant; unpinned it follows its source, in UTC by default.
 *
 * <p>Pin it through {@link Engine#pinClock} so that the engine notices and remembers.
 */
public final class EngineClock extends Clock {

  private final Clock source;
  private volatile @Nullable Instant pinned;

  public EngineClock(Clock source) {
    this.source = source;
  }

  /** Follows the system's time in UTC, in milliseconds as the API tells times. */
  public static EngineClock system() {
    return new EngineClock(Clock.tickMillis(ZoneOffset.UTC));
  }

  /** Stops at {@code instant} until moved, pinned again or reset. */
  public void pin(Instant instant) {
    pinned = instant;
  }

  /** Follows the source again. */
  public void reset() {
    pinned = null;
  }

  /** Pins the clock {@code step} later than now. */
  public void advance(Duration step) {
    pinned = instant().plus(step);
  }

  /** The pinned instant; {@code null} while the source is followed. */
  public @Nullable Instant pinnedAt() {
    return pinned;
  }

  @Override
  public Instant instant() {
    var instant = pinned;
    return instant != null ? instant : source.instant();
  }

  @Override
  public ZoneId getZone() {
    return source.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    var engineClock = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return engineClock.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return engineClock.withZone(other);
      }
    };
  }
}
