package uz.yagona.processes;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import uz.yagona.database.EmbeddedDatabase;
import uz.yagona.engine.EngineConfiguration;
import uz.yagona.gateway.GatewayConfiguration;
import uz.yagona.gateway.grpc.GrpcServer;

/** The embedded engine behind its API, on a database and ports of its own. */
final class WalkServer implements AutoCloseable {
  private static final String PASSWORD = "password-of-the-walks";

  @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
  @Import({EngineConfiguration.class, GatewayConfiguration.class})
  static class Parts {}

  private final EmbeddedDatabase database;
  private final ConfigurableApplicationContext context;
  private final CamundaClient client;

  private WalkServer(EmbeddedDatabase database, ConfigurableApplicationContext context) {
    this.database = database;
    this.context = context;
    this.client = clientBuilder().build();
  }

  static WalkServer start() {
    var database = EmbeddedDatabase.startTemporary();
    var context =
        new SpringApplication(Parts.class)
            .run(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.flyway.enabled=false",
                "--yagona.gateway.grpc-port=0",
                "--yagona.gateway.clock-control=true",
                "--yagona.gateway.test-endpoints=true",
                "--yagona.secrets.internal-client=" + PASSWORD,
                "--yagona.secrets.api-client=" + PASSWORD,
                "--logging.level.root=warn");
    return new WalkServer(database, context);
  }

  URI restAddress() {
    var port = context.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://localhost:" + port);
  }

  /** A client of the caller {@code internal}. */
  CamundaClientBuilder clientBuilder() {
    return CamundaClient.newClientBuilder()
        .applyEnvironmentVariableOverrides(false)
        .restAddress(restAddress())
        .grpcAddress(URI.create("http://localhost:" + context.getBean(GrpcServer.class).port()))
        .preferRestOverGrpc(true)
        .defaultRequestTimeout(Duration.ofSeconds(60))
        .credentialsProvider(
            new BasicAuthCredentialsProviderBuilder()
                .applyEnvironmentOverrides(false)
                .username("internal")
                .password(PASSWORD)
                .build());
  }

  CamundaClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    context.close();
    database.close();
  }
}
