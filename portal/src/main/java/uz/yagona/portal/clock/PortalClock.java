package uz.yagona.portal.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.portal.PortalProperties;

/**
 * The office's time in Asia/Tashkent. In a demonstration an operator may pin it; the pin is kept in
 * the database and reaches every node within a second.
 */
@Component("portalClock")
public class PortalClock extends Clock {
  /** Zone of every date that people see. */
  public static final ZoneId OFFICE = ZoneId.of("Asia/Tashkent");

  private static final Duration FRESH = Duration.ofSeconds(1);

  private record Look(Optional<Instant> pin, long atNanos) {}

  private final ClockPinRepository pins;
  private final boolean mayPin;
  private volatile @Nullable Look last;

  PortalClock(ClockPinRepository pins, PortalProperties properties) {
    this.pins = pins;
    this.mayPin = properties.portal().demo();
  }

  /**
   * Stops the time at {@code at}.
   *
   * @throws IllegalStateException outside a demonstration
   */
  public void pin(Instant at) {
    if (!mayPin) {
      throw new IllegalStateException(
          "Expected yagona.portal.demo=true to pin the clock, but it is false");
    }
    pins.pin(at);
    last = null;
  }

  /** Lets real time run again. */
  public void release() {
    pins.release();
    last = null;
  }

  public boolean isPinned() {
    return pin().isPresent();
  }

  /** Today in the office. */
  public LocalDate today() {
    return LocalDate.ofInstant(instant(), OFFICE);
  }

  @Override
  public Instant instant() {
    return pin().orElseGet(() -> Clock.systemUTC().instant());
  }

  @Override
  public ZoneId getZone() {
    return OFFICE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return zone.equals(OFFICE) ? this : Clock.fixed(instant(), zone);
  }

  private Optional<Instant> pin() {
    if (!mayPin) {
      return Optional.empty();
    }
    var look = last;
    var now = System.nanoTime();
    if (look == null || now - look.atNanos() > FRESH.toNanos()) {
      look = new Look(pins.find(), now);
      last = look;
    }
    return look.pin();
  }
}
