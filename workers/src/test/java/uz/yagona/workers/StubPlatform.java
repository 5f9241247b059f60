package uz.yagona.workers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** The portal's internal API and the engine's REST API in one, both by script. */
final class StubPlatform implements AutoCloseable {
  /** A request that arrived. */
  record Call(String method, String path, String authorization, String body) {}

  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Answer>> next = new ConcurrentHashMap<>();
  private final Map<String, Answer> usual = new ConcurrentHashMap<>();
  private final Deque<String> jobs = new ConcurrentLinkedDeque<>();

  StubPlatform() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Forgets what was asked and scripted. */
  void reset() {
    calls.clear();
    next.clear();
    usual.clear();
    jobs.clear();
  }

  /** From now on {@code method path}, for example {@code PUT /internal/x}, gets this. */
  void answerTo(String call, int status, String body) {
    usual.put(call, new Answer(status, body));
  }

  /** The next such call gets this once. */
  void answerOnceTo(String call, int status, String body) {
    next.computeIfAbsent(call, any -> new ConcurrentLinkedDeque<>()).add(new Answer(status, body));
  }

  void offerJob(
      String type, long key, int retries, Map<String, String> headers, Map<String, ?> variables) {
    var json = JsonMapper.shared();
    jobs.add(
        """
        {"type":"%s","processDefinitionId":"citizen-request","processDefinitionVersion":1,\
        "elementId":"step","customHeaders":%s,"worker":"yagona","retries":%d,\
        "deadline":4102444800000,"variables":%s,"tenantId":"<default>","jobKey":"%d",\
        "processInstanceKey":"7","processDefinitionKey":"8","elementInstanceKey":"9",\
        "kind":"BPMN_ELEMENT","listenerEventType":"UNSPECIFIED","tags":[]}"""
            .formatted(
                type,
                json.writeValueAsString(headers),
                retries,
                json.writeValueAsString(variables),
                key));
  }

  List<Call> callsTo(String methodAndPath) {
    return calls.stream()
        .filter(call -> (call.method() + " " + call.path()).equals(methodAndPath))
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    var call =
        new Call(
            exchange.getRequestMethod(), path, authorization == null ? "" : authorization, body);
    calls.add(call);
    if (path.endsWith("/jobs/activation")) {
      respond(exchange, new Answer(200, "{\"jobs\":[%s]}".formatted(take(body))));
      return;
    }
    var key = call.method() + " " + path;
    var once = next.containsKey(key) ? next.get(key).poll() : null;
    respond(exchange, once != null ? once : usual.getOrDefault(key, new Answer(204, "")));
  }

  private String take(String body) {
    var type = JsonMapper.shared().readTree(body).path("type").asString();
    return jobs.stream()
        .filter(job -> job.contains("\"type\":\"" + type + "\""))
        .filter(jobs::remove)
        .findFirst()
        .orElse("");
  }

  private static void respond(HttpExchange exchange, Answer answer) throws IOException {
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .add(
            "Content-Type",
            answer.status() < 400 ? "application/json" : "application/problem+json");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
