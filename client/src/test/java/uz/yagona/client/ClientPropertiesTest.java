package uz.yagona.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientPropertiesTest {
  private static final URI REST = URI.create("http://localhost:8080");

  @Test
  void shouldRefuseUserWithoutPassword() {
    assertThatThrownBy(() -> properties("worker", null, true, 4))
        .hasMessage(
            "Expected yagona.client.password beside yagona.client.username, but it is missing");
  }

  @Test
  void shouldRefuseGrpcFirstWithoutGrpcAddress() {
    assertThatThrownBy(() -> properties(null, null, false, 4))
        .hasMessageContaining("yagona.client.grpc-address");
  }

  @Test
  void shouldRefuseZeroThreads() {
    assertThatThrownBy(() -> properties(null, null, true, 0))
        .hasMessage("Expected yagona.client.execution-threads to be at least 1, but it is 0");
  }

  @Test
  void shouldNotPrintPassword() {
    assertThat(properties("worker", "open sesame", true, 4).toString())
        .contains("worker")
        .doesNotContain("open sesame");
  }

  private static ClientProperties properties(
      String username, String password, boolean preferRest, int threads) {
    return new ClientProperties(
        REST,
        null,
        preferRest,
        username,
        password,
        "yagona",
        threads,
        Duration.ofSeconds(10),
        Duration.ofSeconds(20));
  }
}
