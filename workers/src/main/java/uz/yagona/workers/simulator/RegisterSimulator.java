package uz.yagona.workers.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A demolition register on a port of its own, on the loopback address only. {@code GET
 * /demolition/objects/{cadastreNo}} answers by {@link DemolitionRules}; {@code PUT /outage} makes
 * every answer 503 until {@code DELETE /outage}.
 */
public final class RegisterSimulator implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RegisterSimulator.class);
  private static final String OBJECTS = "/demolition/objects/";
  private static final int THREADS = 2;

  private final boolean enabled;
  private final int port;
  private final InstantSource clock;
  private final AtomicBoolean outage = new AtomicBoolean();
  private @Nullable HttpServer server;
  private @Nullable ExecutorService threads;

  /**
   * @param enabled whether {@link #start()} does anything
   * @param port 0 takes any free one
   */
  public RegisterSimulator(boolean enabled, int port, InstantSource clock) {
    this.enabled = enabled;
    this.port = port;
    this.clock = clock;
  }

  /**
   * Base address.
   *
   * @throws IllegalStateException when it does not run
   */
  public synchronized URI address() {
    if (server == null) {
      throw new IllegalStateException("Expected the register simulator to run, but it does not");
    }
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Whether every answer is 503. */
  public void setOutage(boolean down) {
    outage.set(down);
  }

  @Override
  public synchronized void start() {
    if (!enabled || server != null) {
      return;
    }
    try {
      var started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      threads =
          Executors.newFixedThreadPool(
              THREADS,
              task -> {
                var thread = new Thread(task, "yagona-register-simulator");
                thread.setDaemon(true);
                return thread;
              });
      started.setExecutor(threads);
      started.createContext(OBJECTS, this::answerObject);
      started.createContext("/outage", this::answerOutage);
      started.start();
      server = started;
      log.info("The register simulator answers at {}", address());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Expected to open port %d for the register simulator, but %s"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  @Override
  public synchronized void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
    if (threads != null) {
      threads.shutdownNow();
      threads = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return server != null;
  }

  /** Up before job workers ask it, down after them. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1000;
  }

  private void answerObject(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("GET")) {
      respond(exchange, 405, problem(405, "Method Not Allowed"));
      return;
    }
    var cadastreNo = exchange.getRequestURI().getPath().substring(OBJECTS.length());
    var answer = outage.get() ? new DemolitionRules.Down() : DemolitionRules.of(cadastreNo);
    if (answer instanceof DemolitionRules.InZone zone) {
      respond(exchange, 200, entry(true, "\"" + zone.planRef() + "\""));
    } else if (answer instanceof DemolitionRules.OutsideZone) {
      respond(exchange, 200, entry(false, "null"));
    } else if (answer instanceof DemolitionRules.NotFound) {
      respond(exchange, 404, problem(404, "Not Found"));
    } else {
      respond(exchange, 503, problem(503, "Service Unavailable"));
    }
  }

  private void answerOutage(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "PUT" -> outage.set(true);
      case "DELETE" -> outage.set(false);
      default -> {}
    }
    respond(exchange, 200, "{\"down\":%s}".formatted(outage.get()));
  }

  private String entry(boolean inZone, String planRef) {
    return "{\"inZone\":%s,\"planRef\":%s,\"checkedAt\":\"%s\"}"
        .formatted(inZone, planRef, clock.instant());
  }

  private static String problem(int status, String title) {
    return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}".formatted(title, status);
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
