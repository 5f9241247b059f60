package uz.yagona.database;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL in a container, from an image that the user names; one for all tests of the JVM. */
final class PostgresContainer {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresContainer.class);
  private static final String IMAGE = "YAGONA_TEST_POSTGRES_IMAGE";
  private static final String NO_OWN_IMAGES = "TESTCONTAINERS_RYUK_DISABLED";
  private static final int PORT = 5432;
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private static TestDatabase.Server running;

  private PostgresContainer() {}

  /** {@code null} when there is no container engine. */
  static synchronized TestDatabase.Server start(Map<String, String> environment) {
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
    if (running == null && DockerClientFactory.instance().isDockerAvailable()) {
      running = run(image);
    }
    if (running == null) {
      LOG.warn(
          "Expected a container engine for {}, but there is none: the tests use the embedded PostgreSQL",
          image);
    }
    return running;
  }

  @SuppressWarnings("resource") // until the JVM ends
  private static TestDatabase.Server run(String image) {
    var password = UUID.randomUUID().toString();
    var container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withExposedPorts(PORT)
            .withEnv("POSTGRES_PASSWORD", password)
            .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200")
            .waitingFor(
                Wait.forLogMessage(".*database system is ready to accept connections.*", 2)
                    .withStartupTimeout(START_LIMIT));
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    container.start();
    var address =
        "jdbc:postgresql://%s:%d/postgres"
            .formatted(container.getHost(), container.getMappedPort(PORT));
    return new TestDatabase.Server(address, "postgres", password);
  }
}
