package uz.yagona.gateway.conformance;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A cluster in a container, from an image that the user names; ends with the JVM. */
final class ClusterContainer {
  private static final String IMAGE = "YAGONA_CLUSTER_IMAGE";
  private static final String NO_OWN_IMAGES = "TESTCONTAINERS_RYUK_DISABLED";
  private static final int REST_PORT = 8080;
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private ClusterContainer() {}

  /** Gives the address of its REST API. */
  static URI start(Map<String, String> environment) {
    var image = environment.getOrDefault(IMAGE, "").strip();
    if (image.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected %s to name an image, since none is taken unasked, but it is not set"
              .formatted(IMAGE));
    }
    if (!"true".equals(environment.get(NO_OWN_IMAGES))) {
      throw new IllegalStateException(
          "Expected %s=true, else Testcontainers would fetch an image of its own, but it is not set"
              .formatted(NO_OWN_IMAGES));
    }
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "Expected a container engine to start %s, but Testcontainers found none"
              .formatted(image));
    }
    return run(image, variables(environment.getOrDefault("YAGONA_CLUSTER_ENV", "")));
  }

  @SuppressWarnings("resource") // until the JVM ends
  private static URI run(String image, Map<String, String> variables) {
    var container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withExposedPorts(REST_PORT)
            .withEnv(variables)
            .waitingFor(
                Wait.forHttp("/v2/topology")
                    .forPort(REST_PORT)
                    .forStatusCodeMatching(status -> status < 500)
                    .withStartupTimeout(START_LIMIT));
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    container.start();
    return URI.create(
        "http://%s:%d".formatted(container.getHost(), container.getMappedPort(REST_PORT)));
  }

  /** Reads {@code A=b,C=d}. */
  private static Map<String, String> variables(String text) {
    var variables = new LinkedHashMap<String, String>();
    Arrays.stream(text.split(","))
        .filter(pair -> !pair.isBlank())
        .forEach(
            pair -> {
              var parts = pair.strip().split("=", 2);
              if (parts.length != 2) {
                throw new IllegalArgumentException(
                    "Expected YAGONA_CLUSTER_ENV to be like A=b,C=d, but it has '%s'"
                        .formatted(pair));
              }
              variables.put(parts[0], parts[1]);
            });
    return variables;
  }
}
