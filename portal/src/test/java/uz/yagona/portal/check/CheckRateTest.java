package uz.yagona.portal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CheckRateTest {
  private final MovedClock clock = new MovedClock();
  private final CheckRate rate = new CheckRate(clock);

  @Test
  void shouldHoldFewFilesAtOnce() throws IOException {
    assertThat(nested()).isEqualTo(CheckRate.AT_ONCE);
    assertThat(nested()).as("all places are free again").isEqualTo(CheckRate.AT_ONCE);
  }

  /** Checks within checks, until one is refused; how many were let in. */
  private int nested() throws IOException {
    var inner = new AtomicInteger();
    var unused =
        rate.within(
            () -> {
              inner.set(1 + nested());
              return Checked.UNKNOWN;
            });
    return inner.get();
  }

  @Test
  void shouldFreeThePlaceOfACheckThatFails() throws IOException {
    for (var i = 0; i <= CheckRate.AT_ONCE; i++) {
      assertThatThrownBy(
              () ->
                  rate.within(
                      () -> {
                        throw new IOException("broken upload");
                      }))
          .hasMessage("broken upload");
    }
    assertThat(rate.within(() -> Checked.UNKNOWN)).isPresent();
  }

  @Test
  void shouldLetInAMinutesWorthOfFiles() throws IOException {
    for (var i = 0; i < CheckRate.PER_MINUTE; i++) {
      assertThat(rate.within(() -> Checked.UNKNOWN)).isPresent();
    }
    assertThat(rate.within(() -> Checked.UNKNOWN)).isEmpty();

    clock.now = clock.now.plus(Duration.ofSeconds(61));
    assertThat(rate.within(() -> Checked.UNKNOWN)).isPresent();
  }

  private static final class MovedClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
