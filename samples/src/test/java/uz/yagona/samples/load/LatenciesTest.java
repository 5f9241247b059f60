package uz.yagona.samples.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void shouldGiveTheResultOfTheWork() {
    assertThat(new Latencies("step").measure(() -> 42)).isEqualTo(42);
  }

  @Test
  void shouldBeZeroWithoutMeasurements() {
    assertThat(new Latencies("step").percentile(99)).isZero();
  }
}
