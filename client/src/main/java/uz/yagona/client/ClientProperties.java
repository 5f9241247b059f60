package uz.yagona.client;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the Camunda 8 API is and who calls it.
 *
 * @param restAddress base address of the REST API, without {@code /v2}; {@code
 *     http://localhost:8080} by default
 * @param grpcAddress address of the gRPC API; absent means that REST alone is used and workers poll
 * @param preferRest whether commands that both protocols know go over REST; {@code true} by default
 * @param username name for HTTP basic authentication; absent means that no credentials are sent
 * @param password password for {@code username}
 * @param workerName name under which job workers show up in the engine; {@code yagona} by default
 * @param executionThreads threads that run job handlers, shared by all job types; 4 by default
 * @param requestTimeout how long a command may take; 10 seconds by default
 * @param shutdownTimeout how long running jobs may take to end when the application stops; 20
 *     seconds by default
 */
@ConfigurationProperties("yagona.client")
public record ClientProperties(
    @DefaultValue("http://localhost:8080") URI restAddress,
    @Nullable URI grpcAddress,
    @DefaultValue("true") boolean preferRest,
    @Nullable String username,
    @Nullable String password,
    @DefaultValue("yagona") String workerName,
    @DefaultValue("4") int executionThreads,
    @DefaultValue("10s") Duration requestTimeout,
    @DefaultValue("20s") Duration shutdownTimeout) {

  /** Checks what cannot be told apart from a working configuration later. */
  public ClientProperties {
    if (executionThreads < 1) {
      throw new IllegalArgumentException(
          "Expected yagona.client.execution-threads to be at least 1, but it is "
              + executionThreads);
    }
    if (username != null && password == null) {
      throw new IllegalArgumentException(
          "Expected yagona.client.password beside yagona.client.username, but it is missing");
    }
    if (!preferRest && grpcAddress == null) {
      throw new IllegalArgumentException(
          "Expected yagona.client.grpc-address when yagona.client.prefer-rest is false,"
              + " but it is missing");
    }
  }

  /** Defaults for everything but the REST address; no credentials. */
  public static ClientProperties forRest(URI restAddress) {
    return new ClientProperties(
        restAddress,
        null,
        true,
        null,
        null,
        "yagona",
        4,
        Duration.ofSeconds(10),
        Duration.ofSeconds(20));
  }

  /** The password stays out of log lines. */
  @Override
  public String toString() {
    return "ClientProperties[restAddress=%s, grpcAddress=%s, preferRest=%s, username=%s]"
        .formatted(restAddress, grpcAddress, preferRest, username);
  }
}
