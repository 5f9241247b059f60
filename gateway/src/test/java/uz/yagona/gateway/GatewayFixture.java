package uz.yagona.gateway;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import uz.yagona.engine.EngineConfiguration;
import uz.yagona.engine.api.Engine;

/**
 * Engine and API on free ports with a database of their own. Take one per test class: it starts in
 * about three seconds; {@link #purge()} between tests costs little.
 */
public final class GatewayFixture implements AutoCloseable {
  private static final Duration TAKE_OVER = Duration.ofSeconds(30);

  private final GatewayServer server;
  private final CamundaClient rest;
  private final CamundaClient grpc;

  private GatewayFixture(GatewayServer server) {
    this.server = server;
    this.rest = server.rest();
    this.grpc = server.grpc();
  }

  public static GatewayFixture start() {
    return start(Map.of());
  }

  /**
   * @param properties added to those of the tests, for example {@code yagona.gateway.longest-poll}
   */
  public static GatewayFixture start(Map<String, Object> properties) {
    var server = GatewayServer.start(EngineConfiguration.class, properties);
    var engine = server.bean(Engine.class);
    await("the engine to lead").atMost(TAKE_OVER).until(() -> engine.topology().active());
    return new GatewayFixture(server);
  }

  /** The official client over REST. */
  public CamundaClient rest() {
    return rest;
  }

  /** The official client over gRPC, and over REST for what gRPC does not have. */
  public CamundaClient grpc() {
    return grpc;
  }

  /** For a client with other settings; {@link #closing} closes it with the fixture. */
  public CamundaClientBuilder clientBuilder() {
    return server.builder(GatewayServer.USER, GatewayServer.PASSWORD);
  }

  /** The client of another caller; closed with the fixture. */
  public CamundaClient as(String user, String password, boolean preferRest) {
    return server.client(server.builder(user, password).preferRestOverGrpc(preferRest));
  }

  public CamundaClient closing(CamundaClientBuilder builder) {
    return server.client(builder);
  }

  public Engine engine() {
    return server.bean(Engine.class);
  }

  public DataSource dataSource() {
    return server.bean(DataSource.class);
  }

  public URI restAddress() {
    return server.restAddress();
  }

  public URI grpcAddress() {
    return server.grpcAddress();
  }

  /** A bean of the context, for what the API does not show. */
  public <T> T bean(Class<T> type) {
    return server.bean(type);
  }

  RawHttp http() {
    return new RawHttp(restAddress(), GatewayServer.USER, GatewayServer.PASSWORD);
  }

  /** The engine's time. */
  public Instant now() {
    return engine().clock().instant();
  }

  /**
   * Moves the engine's clock forward and stops it there; what became due runs before later calls.
   */
  public void advance(Duration step) {
    engine().pinClock(now().plus(step)).join();
  }

  /** Lets the engine's clock follow the system's again. */
  public void resetClock() {
    engine().resetClock().join();
  }

  /** Removes everything and resets the clock. */
  public void purge() {
    engine().purge().join();
    resetClock();
  }

  @Override
  public void close() {
    server.close();
  }
}
