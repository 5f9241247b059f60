package uz.yagona.gateway;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import uz.yagona.database.TestDatabase;
import uz.yagona.gateway.grpc.GrpcServer;

/** The API on free ports, with whatever engine a configuration brings, on a database of its own. */
final class GatewayServer implements AutoCloseable {
  static final String USER = "api";
  static final String PASSWORD = "a-password-of-tests";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static {
    Awaitility.setDefaultTimeout(PATIENCE);
  }

  private final ServletWebServerApplicationContext context;
  private final List<CamundaClient> clients = new ArrayList<>();

  /** One server for all tests of a run; it goes with the process. */
  private static final class Database {
    static final TestDatabase INSTANCE = TestDatabase.start();

    /** A new, empty database on it. */
    static String create() {
      return INSTANCE.another().jdbcUrl();
    }
  }

  @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
  @Import(GatewayConfiguration.class)
  static class Application {}

  private GatewayServer(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  static GatewayServer start(Class<?> engineConfiguration, Map<String, Object> properties) {
    var all = new LinkedHashMap<String, Object>();
    all.put("server.port", 0);
    all.put("server.address", "127.0.0.1");
    all.put("spring.main.banner-mode", "off");
    all.put("spring.flyway.enabled", false);
    all.put("spring.datasource.url", Database.create());
    all.put("spring.datasource.username", Database.INSTANCE.user());
    all.put("spring.datasource.password", Database.INSTANCE.password());
    all.put("spring.datasource.hikari.maximum-pool-size", 8);
    all.put("spring.servlet.multipart.max-file-size", "21MB");
    all.put("spring.servlet.multipart.max-request-size", "30MB");
    all.put("logging.level.root", "warn");
    all.put("logging.level.uz.yagona", "warn");
    all.put("yagona.gateway.grpc-port", 0);
    all.put("yagona.gateway.clock-control", true);
    all.put("yagona.gateway.test-endpoints", true);
    all.put("yagona.secrets.internal-client", "another-password-of-tests");
    all.put("yagona.secrets.api-client", PASSWORD);
    all.putAll(properties);
    var application = new SpringApplication(Application.class, engineConfiguration);
    application.setDefaultProperties(all);
    return new GatewayServer((ServletWebServerApplicationContext) application.run());
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  URI restAddress() {
    return URI.create("http://127.0.0.1:" + context.getWebServer().getPort());
  }

  URI grpcAddress() {
    return URI.create("http://127.0.0.1:" + bean(GrpcServer.class).port());
  }

  /** A client that prefers REST; closed with the server. */
  CamundaClient rest() {
    return client(builder(USER, PASSWORD).preferRestOverGrpc(true));
  }

  /** A client that prefers gRPC; closed with the server. */
  CamundaClient grpc() {
    return client(builder(USER, PASSWORD).preferRestOverGrpc(false));
  }

  CamundaClientBuilder builder(String user, String password) {
    return CamundaClient.newClientBuilder()
        .applyEnvironmentVariableOverrides(false)
        .restAddress(restAddress())
        .grpcAddress(grpcAddress())
        .defaultRequestTimeout(PATIENCE)
        .credentialsProvider(
            new BasicAuthCredentialsProviderBuilder()
                .applyEnvironmentOverrides(false)
                .username(user)
                .password(password)
                .build());
  }

  CamundaClient client(CamundaClientBuilder builder) {
    var client = builder.build();
    clients.add(client);
    return client;
  }

  @Override
  public void close() {
    clients.forEach(CamundaClient::close);
    context.close();
  }
}
