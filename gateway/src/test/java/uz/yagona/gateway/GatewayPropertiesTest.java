package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class GatewayPropertiesTest {
  private static GatewayProperties with(int port, Duration poll, Duration longest) {
    return new GatewayProperties(
        port,
        DataSize.ofMegabytes(8),
        DataSize.ofMegabytes(20),
        poll,
        longest,
        Duration.ofMinutes(10),
        false,
        false);
  }

  private final GatewayProperties properties =
      with(0, Duration.ofSeconds(10), Duration.ofSeconds(60));

  @Test
  void shouldWaitAsAskedWithinTheLimit() {
    assertThat(properties.pollFor(0)).isEqualTo(Duration.ofSeconds(10));
    assertThat(properties.pollFor(2_000)).isEqualTo(Duration.ofSeconds(2));
    assertThat(properties.pollFor(3_600_000)).isEqualTo(Duration.ofSeconds(60));
    assertThat(properties.pollFor(-1)).isZero();
    assertThat(properties.resultWaitFor(0)).isEqualTo(Duration.ofMinutes(10));
    assertThat(properties.resultWaitFor(3_600_000)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void shouldRefuseWhatCannotWork() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(70_000, Duration.ZERO, Duration.ZERO))
        .withMessage("Expected yagona.gateway.grpc-port from 0 to 65535, but it is 70000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(0, Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .withMessageContaining("default-poll of at most yagona.gateway.longest-poll");
  }
}
