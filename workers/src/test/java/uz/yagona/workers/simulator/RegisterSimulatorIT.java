package uz.yagona.workers.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterSimulatorIT {
  private final HttpClient http = HttpClient.newHttpClient();
  private final RegisterSimulator simulator =
      new RegisterSimulator(true, 0, InstantSource.fixed(Instant.parse("2026-11-25T05:00:00Z")));

  @BeforeEach
  void start() {
    simulator.start();
  }

  @AfterEach
  void stop() {
    simulator.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "10:05:03:02:01:0123, 200",
    "10:05:03:02:01:0128:0001, 200",
    "10:05:03:02:01:0129, 404",
    "10:05:03:02:01:0000, 503",
    "nonsense, 404",
  })
  void shouldAnswerByThePlotNumber(String cadastreNo, int status) throws Exception {
    assertThat(ask(cadastreNo).statusCode()).isEqualTo(status);
  }

  @Test
  void shouldNameThePlanOfAnObjectInAZone() throws Exception {
    assertThat(ask("10:05:03:02:01:0127").body())
        .isEqualTo(
            """
            {"inZone":true,"planRef":"BR-10-05/0127","checkedAt":"2026-11-25T05:00:00Z"}""");
  }

  @Test
  void shouldNameNoPlanOutsideTheZones() throws Exception {
    assertThat(ask("10:05:03:02:01:0123").body()).contains("\"inZone\":false,\"planRef\":null");
  }

  @Test
  void shouldBeDownBetweenSwitchingOffAndOn() throws Exception {
    send(HttpRequest.newBuilder(at("/outage")).PUT(BodyPublishers.noBody()).build());
    assertThat(ask("10:05:03:02:01:0123").statusCode()).isEqualTo(503);

    send(HttpRequest.newBuilder(at("/outage")).DELETE().build());
    assertThat(ask("10:05:03:02:01:0123").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldHaveNoAddressWhenStopped() {
    simulator.stop();

    assertThatThrownBy(simulator::address)
        .hasMessage("Expected the register simulator to run, but it does not");
  }

  private HttpResponse<String> ask(String cadastreNo) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at("/demolition/objects/" + cadastreNo)).GET().build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create(simulator.address() + path);
  }
}
