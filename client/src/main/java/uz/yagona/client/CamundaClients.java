package uz.yagona.client;

import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.impl.NoopCredentialsProvider;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;

/** Makes the official client. Environment variables do not override the configuration. */
public final class CamundaClients {
  private static final int MAX_HTTP_CONNECTIONS = 64;

  private CamundaClients() {}

  /** A client that connects on first use; the caller closes it. */
  public static CamundaClient create(ClientProperties properties) {
    var builder =
        CamundaClient.newClientBuilder()
            .applyEnvironmentVariableOverrides(false)
            .restAddress(properties.restAddress())
            .preferRestOverGrpc(properties.preferRest())
            .credentialsProvider(credentials(properties))
            .defaultRequestTimeout(properties.requestTimeout())
            .defaultJobWorkerName(properties.workerName())
            .numJobWorkerExecutionThreads(properties.executionThreads())
            .maxHttpConnections(MAX_HTTP_CONNECTIONS);
    var grpcAddress = properties.grpcAddress();
    if (grpcAddress != null) {
      builder.grpcAddress(grpcAddress);
    }
    return builder.build();
  }

  private static CredentialsProvider credentials(ClientProperties properties) {
    if (properties.username() == null) {
      return new NoopCredentialsProvider();
    }
    return new BasicAuthCredentialsProviderBuilder()
        .applyEnvironmentOverrides(false)
        .username(properties.username())
        .password(properties.password())
        .build();
  }
}
