package uz.yagona.signing.pki;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/**
 * The time that certificates, timestamps and signatures carry: the machine's own clock, never the
 * settable clock of the process engine, because a moved clock would forge proof.
 *
 * <p>Not an {@link InstantSource} itself, so that it is never injected in place of another clock.
 */
public final class TrustedTime {
  private final InstantSource source;

  /** Time as told by {@code source}. */
  public TrustedTime(InstantSource source) {
    this.source = source;
  }

  /** The current instant, to the microsecond, as the database keeps it. */
  public Instant now() {
    return source.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The current instant for older interfaces. */
  public Date date() {
    return Date.from(now());
  }
}
