package uz.yagona.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourceDeployerTest {
  private static final Map<String, byte[]> MODELS =
      Map.of(
          "a.bpmn", "<a/>".getBytes(StandardCharsets.UTF_8),
          "b.dmn", "<b/>".getBytes(StandardCharsets.UTF_8));

  private final StubEngine engine = new StubEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void shouldDeployAllModelsAtOnceWithCredentials() {
    try (var client = CamundaClients.create(withCredentials())) {
      var deployer = new ResourceDeployer(client, MODELS);
      deployer.start();

      deployer.deployed().orTimeout(10, TimeUnit.SECONDS).join();
      deployer.stop();

      var requests = engine.requestsTo("/v2/deployments");
      assertThat(requests).hasSize(1);
      assertThat(requests.get(0).body()).contains("a.bpmn", "<a/>", "b.dmn", "<b/>");
      assertThat(requests.get(0).authorization()).isEqualTo("Basic d29ya2VyOnNlY3JldA==");
    }
  }

  @Test
  void shouldTryAgainUntilEngineIsReady() {
    engine.failNext("/v2/deployments", 503, 503, 503);
    try (var client = CamundaClients.create(ClientProperties.forRest(engine.address()))) {
      var deployer = new ResourceDeployer(client, MODELS);
      deployer.start();

      deployer.deployed().orTimeout(10, TimeUnit.SECONDS).join();
      deployer.stop();

      assertThat(engine.requestsTo("/v2/deployments")).hasSize(4);
    }
  }

  @Test
  void shouldGiveUpOnRejectedModel() {
    engine.failNext("/v2/deployments", 400);
    try (var client = CamundaClients.create(ClientProperties.forRest(engine.address()))) {
      var deployer = new ResourceDeployer(client, MODELS);
      deployer.start();
      await().until(() -> deployer.deployed().isDone());
      deployer.stop();

      Assertions.assertThatThrownBy(() -> deployer.deployed().join())
          .isInstanceOf(CompletionException.class)
          .hasMessageContaining("by the test");
      assertThat(engine.requestsTo("/v2/deployments")).hasSize(1);
    }
  }

  private ClientProperties withCredentials() {
    var plain = ClientProperties.forRest(engine.address());
    return new ClientProperties(
        plain.restAddress(),
        null,
        true,
        "worker",
        "secret",
        plain.workerName(),
        plain.executionThreads(),
        plain.requestTimeout(),
        plain.shutdownTimeout());
  }
}
