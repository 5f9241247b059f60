package uz.yagona.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final FailedSignIns failures = new FailedSignIns(now::get);

  @Test
  void shouldAnswerLaterWithEveryFailureUpToALimit() {
    assertThat(failures.add("10.0.0.1", "api")).isEqualTo(Duration.ofMillis(100));
    assertThat(failures.add("10.0.0.1", "api")).isEqualTo(Duration.ofMillis(200));
    assertThat(failures.add("10.0.0.1", "api")).isEqualTo(Duration.ofMillis(400));
    for (var i = 0; i < 100; i++) {
      failures.add("10.0.0.1", "api");
    }
    assertThat(failures.add("10.0.0.1", "api")).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void shouldForgetAfterAMinuteAndTellAddressesApart() {
    failures.add("10.0.0.1", "api");
    assertThat(failures.add("10.0.0.2", "api")).isEqualTo(Duration.ofMillis(100));

    now.set(Instant.EPOCH.plusSeconds(61));

    assertThat(failures.add("10.0.0.1", "api")).isEqualTo(Duration.ofMillis(100));
  }
}
