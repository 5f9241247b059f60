package uz.yagona.signing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.signing.portal.DecisionDocument;

/** Portal and engine in one server, as far as signing calls them. */
final class StubPlatform implements AutoCloseable {
  static final String TOKEN = "token-of-the-test";

  /** Officers of the registration desk. */
  private static final Set<String> REGISTRARS =
      Set.of("clerk", "officer", "officer-1", "officer-2", "admin", "personnel");

  private static final JsonMapper JSON = JsonMapper.shared();

  /** A call that arrived. */
  record Call(String method, String path, JsonNode body) {}

  private final HttpServer server;
  private final Map<String, DecisionDocument> documents = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> staff = new ConcurrentHashMap<>();
  private final Map<Long, String> assignees = new ConcurrentHashMap<>();
  private final Map<Long, Map.Entry<Long, String>> held = new ConcurrentHashMap<>();
  private final Map<String, ConcurrentLinkedQueue<String>> jobs = new ConcurrentHashMap<>();
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

  StubPlatform() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/internal/", this::portal);
    server.createContext("/v2/", this::engine);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  void decide(String requestId, DecisionDocument document) {
    documents.put(requestId, document);
  }

  void employ(String userName, String displayName, String position) {
    staff.put(userName, person(userName, displayName, position));
  }

  /** Name and position of a staff member in one language; {@link #employ} gives the others. */
  void spell(String userName, Language language, String displayName, String position) {
    staff.put(userName + " " + language.tag(), person(userName, displayName, position));
  }

  private static Map<String, String> person(String userName, String displayName, String position) {
    return Map.of(
        "userName", userName,
        "displayName", displayName,
        "position", position,
        "body", "CADASTRE");
  }

  /** {@code userName} has completed the task sign-decision of this instance. */
  void complete(long processInstanceKey, String userName) {
    assignees.put(processInstanceKey, userName);
  }

  /** {@code userName} holds this open task of an instance. */
  void hold(long userTaskKey, long processInstanceKey, String userName) {
    held.put(userTaskKey, Map.entry(processInstanceKey, userName));
  }

  void offerJob(String type, String job) {
    jobs.computeIfAbsent(type, any -> new ConcurrentLinkedQueue<>()).add(job);
  }

  List<Call> calls(String method, String path) {
    return calls.stream()
        .filter(call -> call.method().equals(method) && call.path().equals(path))
        .toList();
  }

  private JsonNode record(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var json = JSON.readTree(body.isBlank() ? "{}" : body);
    calls.add(new Call(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), json));
    return json;
  }

  private void portal(HttpExchange exchange) throws IOException {
    record(exchange);
    var parts = exchange.getRequestURI().getPath().split("/", -1);
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      respond(exchange, 401, "");
    } else if (exchange.getRequestURI().getPath().endsWith("/roles")) {
      var roles = REGISTRARS.contains(parts[3]) ? List.of("REGISTRAR") : List.of();
      answer(exchange, Map.of("userName", parts[3], "roles", roles));
    } else if (exchange.getRequestURI().getPath().startsWith("/internal/staff/")) {
      var language = exchange.getRequestURI().getQuery().replace("language=", "");
      answer(exchange, staff.getOrDefault(parts[3] + " " + language, staff.get(parts[3])));
    } else if (exchange.getRequestMethod().equals("PUT")) {
      respond(exchange, 204, "");
    } else {
      answer(exchange, documents.get(parts[3]));
    }
  }

  private void engine(HttpExchange exchange) throws IOException {
    var request = record(exchange);
    var path = exchange.getRequestURI().getPath();
    if (path.endsWith("/jobs/activation")) {
      var job = jobs.getOrDefault(request.path("type").asString(""), new ConcurrentLinkedQueue<>());
      var next = job.poll();
      respond(exchange, 200, "{\"jobs\":[%s]}".formatted(next == null ? "" : next));
    } else if (path.endsWith("/user-tasks/search")) {
      respond(exchange, 200, tasks(request));
    } else {
      respond(exchange, 204, "");
    }
  }

  private String tasks(JsonNode request) {
    var filter = request.path("filter");
    if (filter.has("userTaskKey")) {
      return openTask(filter);
    }
    var key = Long.parseLong(filter.path("processInstanceKey").asString("0"));
    var assignee = assignees.get(key);
    return page(
        assignee == null || !filter.path("elementId").asString("").equals("sign-decision")
            ? ""
            : task("COMPLETED", assignee, key));
  }

  private String openTask(JsonNode filter) {
    var found = held.get(Long.parseLong(filter.path("userTaskKey").asString("0")));
    var isHers =
        found != null
            && found.getValue().equals(equal(filter.path("assignee")))
            && equal(filter.path("state")).equals("CREATED");
    return page(isHers ? task("CREATED", found.getValue(), found.getKey()) : "");
  }

  private static String equal(JsonNode condition) {
    return (condition.isObject() ? condition.path("$eq") : condition).asString("");
  }

  private static String task(String state, String assignee, long processInstanceKey) {
    return """
        {"userTaskKey":"77","state":"%s","assignee":"%s","elementId":"sign-decision",
        "elementInstanceKey":"78","candidateGroups":[],"candidateUsers":[],
        "processDefinitionId":"citizen-request","processDefinitionKey":"8",
        "processInstanceKey":"%d","processDefinitionVersion":1,"customHeaders":{},
        "creationDate":"2026-11-25T09:00:00.000Z","completionDate":"2026-11-25T10:00:00.000Z",
        "tenantId":"<default>","priority":50,"tags":[]}"""
        .formatted(state, assignee, processInstanceKey);
  }

  private static String page(String items) {
    return """
        {"items":[%s],"page":{"totalItems":1,"startCursor":"a","endCursor":"b","hasMoreTotalItems":false}}"""
        .formatted(items);
  }

  private static void answer(HttpExchange exchange, Object body) throws IOException {
    if (body == null) {
      respond(exchange, 404, "");
    } else {
      respond(exchange, 200, JSON.writeValueAsString(body));
    }
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
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
