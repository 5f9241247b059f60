package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody gets in without the credentials of a caller. */
class SignInIT {
  private static GatewayServer server;

  @BeforeAll
  static void start() {
    server =
        GatewayServer.start(
            RecordingConfiguration.class,
            Map.of("yagona.gateway.test-endpoints", false, "yagona.gateway.clock-control", false));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 204", "none, 204"})
  void shouldRefuseWhatAPageOfAnotherSiteMakesABrowserSend(String site, int status) {
    var http = new RawHttp(server.restAddress(), GatewayServer.USER, GatewayServer.PASSWORD);
    var request = http.request("/v2/jobs/9/completion").header("Sec-Fetch-Site", site);

    var answer = http.send(request.POST(BodyPublishers.ofString("{}")));

    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void shouldRefuseWrongCredentialsOverRest() {
    var client =
        server.client(server.builder(GatewayServer.USER, "wrong").preferRestOverGrpc(true));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> client.newTopologyRequest().send().join())
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(401))
        .satisfies(
            problem -> assertThat(problem.details().getTitle()).isEqualTo("UNAUTHENTICATED"));
  }

  @Test
  void shouldRefuseWrongCredentialsOverGrpc() {
    assertUnauthenticated(
        server.client(server.builder("nobody", GatewayServer.PASSWORD).preferRestOverGrpc(false)));
  }

  @Test
  void shouldRefuseCallersWithoutCredentials() {
    var anonymous = new RawHttp(server.restAddress(), "", "");
    var answer =
        anonymous.send(
            java.net.http.HttpRequest.newBuilder(server.restAddress().resolve("/v2/topology")));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    assertThat(answer.text("detail")).contains("there are none");
    assertUnauthenticated(
        server.client(
            CamundaClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false)
                .restAddress(server.restAddress())
                .grpcAddress(server.grpcAddress())
                .credentialsProvider(new io.camunda.client.impl.NoopCredentialsProvider())
                .preferRestOverGrpc(false)));
  }

  private static void assertUnauthenticated(CamundaClient client) {
    assertThatExceptionOfType(ClientStatusException.class)
        .isThrownBy(() -> client.newTopologyRequest().send().join())
        .satisfies(
            failure -> assertThat(failure.getStatusCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
  }

  @Test
  void shouldTellTheStatusToEverybody() {
    var anonymous = new RawHttp(server.restAddress(), "", "");
    var status =
        anonymous.send(
            java.net.http.HttpRequest.newBuilder(server.restAddress().resolve("/v2/status")));

    assertThat(status.status()).isEqualTo(204);
  }

  @Test
  void shouldTellTheCallerWhoItIs() {
    var http = new RawHttp(server.restAddress(), "internal", "another-password-of-tests");

    assertThat(http.get("/v2/authentication/me").text("username")).isEqualTo("internal");
  }

  @Test
  void shouldKeepTheClockAndTheTestEndpointsShut() {
    var http = new RawHttp(server.restAddress(), GatewayServer.USER, GatewayServer.PASSWORD);

    assertThat(http.put("/v2/clock", "{\"timestamp\":1}").status()).isEqualTo(403);
    assertThat(http.post("/v2/clock/reset", "").status()).isEqualTo(403);
    assertThat(http.get("/actuator/clock").status()).isEqualTo(404);
    assertThat(http.post("/actuator/cluster/purge", "").status()).isIn(403, 404);
  }
}
