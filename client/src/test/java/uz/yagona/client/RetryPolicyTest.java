package uz.yagona.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  @ParameterizedTest
  @CsvSource({"9, 5", "3, 5", "2, 10", "1, 20", "0, 40", "-2, 120", "-1000, 120"})
  void shouldDoublePauseUpToLimit(int retriesLeft, int seconds) {
    var policy = new RetryPolicy(3, Duration.ofSeconds(5), Duration.ofMinutes(2));

    assertThat(policy.pauseAfterFailureWith(retriesLeft)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
