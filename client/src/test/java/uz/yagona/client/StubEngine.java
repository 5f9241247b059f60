package uz.yagona.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Answers the Camunda 8 REST API from a script and remembers what it was asked. */
final class StubEngine implements AutoCloseable {
  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"%s","status":%d,"detail":"by the test","instance":"%s"}""";

  /** A request that arrived, with its JSON or multipart body. */
  record Request(String method, String path, String authorization, String body) {}

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Integer>> failures = new ConcurrentHashMap<>();
  private final AtomicReference<String> nextJob = new AtomicReference<>("");

  StubEngine() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Hands out one job of type {@code test} with these retries at the next activation. */
  void offerJob(long key, int retries, String variablesJson) {
    nextJob.set(
        """
        {"jobs":[{"type":"test","processDefinitionId":"p","processDefinitionVersion":1,
        "elementId":"work","customHeaders":{"template":"registered"},"worker":"yagona",
        "retries":%d,"deadline":4102444800000,"variables":%s,"tenantId":"<default>",
        "jobKey":"%d","processInstanceKey":"7","processDefinitionKey":"8",
        "elementInstanceKey":"9","kind":"BPMN_ELEMENT","listenerEventType":"UNSPECIFIED",
        "tags":[]}]}"""
            .formatted(retries, variablesJson, key));
  }

  /** The next requests to {@code path} get these statuses, then success again. */
  void failNext(String path, Integer... statuses) {
    failures.put(path, new ArrayDeque<>(List.of(statuses)));
  }

  List<Request> requestsTo(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    requests.add(
        new Request(
            exchange.getRequestMethod(), path, authorization == null ? "" : authorization, body));
    var scripted = failures.getOrDefault(path, new ArrayDeque<>());
    Integer status;
    synchronized (scripted) {
      status = scripted.poll();
    }
    if (status != null) {
      respond(exchange, status, "application/problem+json", PROBLEM.formatted("X", status, path));
    } else if (path.endsWith("/jobs/activation")) {
      var job = nextJob.getAndSet("");
      respond(exchange, 200, "application/json", job.isEmpty() ? "{\"jobs\":[]}" : job);
    } else if (path.endsWith("/deployments")) {
      respond(
          exchange,
          200,
          "application/json",
          "{\"deploymentKey\":\"1\",\"tenantId\":\"<default>\",\"deployments\":[]}");
    } else {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    }
  }

  private static void respond(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
