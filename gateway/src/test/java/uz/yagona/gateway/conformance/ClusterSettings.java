package uz.yagona.gateway.conformance;

import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Where the cluster is and how to sign in there; see docs/how-to/compare-with-a-cluster.md.
 *
 * @param user empty for none
 * @param token empty for none
 */
record ClusterSettings(URI restAddress, String user, String password, String token) {
  private static final String CLUSTER = "YAGONA_CLUSTER";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** {@code null} when no cluster is asked for. */
  static ClusterSettings ofEnvironment() {
    return of(System.getenv());
  }

  static ClusterSettings of(Map<String, String> environment) {
    var cluster = environment.getOrDefault(CLUSTER, "").strip();
    if (cluster.isEmpty()) {
      return null;
    }
    var address =
        cluster.equals("testcontainers") ? ClusterContainer.start(environment) : address(cluster);
    return new ClusterSettings(
        address,
        environment.getOrDefault("YAGONA_CLUSTER_USER", ""),
        environment.getOrDefault("YAGONA_CLUSTER_PASSWORD", ""),
        environment.getOrDefault("YAGONA_CLUSTER_TOKEN", ""));
  }

  private static URI address(String text) {
    if (!text.startsWith("http://") && !text.startsWith("https://")) {
      throw new IllegalArgumentException(
          "Expected %s to be an http or https address or 'testcontainers', but it is '%s'"
              .formatted(CLUSTER, text));
    }
    return URI.create(text);
  }

  CamundaClient client() {
    var builder =
        CamundaClient.newClientBuilder()
            .applyEnvironmentVariableOverrides(false)
            .restAddress(restAddress)
            .preferRestOverGrpc(true)
            .defaultRequestTimeout(PATIENCE);
    if (!user.isEmpty()) {
      builder.credentialsProvider(
          new BasicAuthCredentialsProviderBuilder()
              .applyEnvironmentOverrides(false)
              .username(user)
              .password(password)
              .build());
    } else if (!token.isEmpty()) {
      builder.credentialsProvider(new Bearer(token));
    }
    return builder.build();
  }

  /** Sends a token as it is given. */
  private record Bearer(String token) implements CredentialsProvider {
    @Override
    public void applyCredentials(CredentialsApplier applier) {
      applier.put("Authorization", "Bearer " + token);
    }

    @Override
    public boolean shouldRetryRequest(StatusCode statusCode) {
      return false;
    }
  }
}
