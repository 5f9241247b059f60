package uz.yagona.portal.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import uz.yagona.portal.json.Json;

/** The part of the Camunda 8 REST API that pages use, with user tasks in memory. */
public final class FakeEngine implements AutoCloseable {
  private static final String MODEL =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
        <bpmn:process id="citizen-request" isExecutable="true"><bpmn:startEvent id="filed"/></bpmn:process>
      </bpmn:definitions>
      """;
  private static final Pattern ONE_TASK = Pattern.compile("/v2/user-tasks/(\\d+)(/[a-z]+)?");
  private static final Pattern XML = Pattern.compile("/v2/process-definitions/(\\d+)/xml");
  private static final Pattern FLOWS =
      Pattern.compile("/v2/process-instances/(\\d+)/sequence-flows");

  /** A call that arrived. */
  public record Call(String method, String path, String body) {}

  private final HttpServer server;
  private final Map<Long, Map<String, Object>> tasks = new ConcurrentSkipListMap<>();
  private final Map<Long, Map<String, Object>> variables = new ConcurrentHashMap<>();
  private final Map<String, List<Map<String, Object>>> lists = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Object>> resources = new ConcurrentHashMap<>();
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile String xml = MODEL;

  public FakeEngine() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The BPMN file of every definition. */
  public void model(String bpmn) {
    xml = bpmn;
  }

  /** Adds an open user task; the process instance has key {@code key + 1}. */
  public void task(long key, String element, String group, Map<String, Object> instanceVariables) {
    var task = new LinkedHashMap<String, Object>();
    task.put("userTaskKey", String.valueOf(key));
    task.put("name", element);
    task.put("state", "CREATED");
    task.put("elementId", element);
    task.put("candidateGroups", List.of(group));
    task.put("candidateUsers", List.of());
    task.put("processDefinitionId", "citizen-request");
    task.put("processDefinitionKey", "5");
    task.put("processDefinitionVersion", 1);
    task.put("processInstanceKey", String.valueOf(key + 1));
    task.put("elementInstanceKey", String.valueOf(key + 2));
    task.put("creationDate", "2026-11-25T05:00:00.000Z");
    task.put("dueDate", "2026-12-10T13:00:00.000Z");
    task.put("priority", 50);
    task.put("tenantId", "<default>");
    task.put("customHeaders", Map.of());
    task.put("tags", List.of());
    tasks.put(key, task);
    variables.put(key + 1, new LinkedHashMap<>(instanceVariables));
  }

  public Map<String, Object> task(long key) {
    return tasks.get(key);
  }

  /** The answer to a search, as {@code /v2/incidents/search}. */
  public void list(String path, List<Map<String, Object>> items) {
    lists.put(path, items);
  }

  /** The answer to {@code GET path}. */
  public void resource(String path, Map<String, Object> body) {
    resources.put(path, body);
  }

  /** Calls to {@code path} get this status. */
  public void refuse(String path, int status) {
    refusals.put(path, status);
  }

  /** Calls to {@code path} are answered again. */
  public void accept(String path) {
    refusals.remove(path);
  }

  /** Bodies of messages about one request, in the order in which they came. */
  public List<Map<String, Object>> messages(UUID requestId) {
    return callsTo("/v2/messages/publication").stream()
        .map(call -> Json.readObject(call.body()))
        .filter(message -> requestId.toString().equals(message.get("correlationKey")))
        .toList();
  }

  public List<Call> callsTo(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var call = new Call(exchange.getRequestMethod(), path, body);
    calls.add(call);
    var refused = refusals.get(path);
    if (refused != null) {
      problem(exchange, refused);
      return;
    }
    var task = ONE_TASK.matcher(path);
    if (path.equals("/v2/user-tasks/search")) {
      send(exchange, 200, page(tasks.values().stream().filter(matches(call)).toList(), body));
    } else if (path.equals("/v2/variables/search")) {
      send(exchange, 200, page(variables(body), body));
    } else if (task.matches()) {
      task(exchange, call, Long.parseLong(task.group(1)), String.valueOf(task.group(2)));
    } else if (XML.matcher(path).matches()) {
      send(exchange, 200, xml, "text/xml");
    } else if (FLOWS.matcher(path).matches()) {
      send(exchange, 200, "{\"items\":[]}");
    } else if (path.equals("/v2/deployments")) {
      send(
          exchange, 200, "{\"deploymentKey\":\"1\",\"tenantId\":\"<default>\",\"deployments\":[]}");
    } else if (path.equals("/v2/messages/publication")) {
      send(exchange, 200, "{\"messageKey\":\"1\",\"tenantId\":\"<default>\"}");
    } else if (resources.containsKey(path)) {
      send(exchange, 200, Json.write((Object) resources.get(path)));
    } else if (path.endsWith("/search")) {
      send(exchange, 200, page(lists.getOrDefault(path, List.of()), body));
    } else if (call.method().equals("GET") && !path.equals("/v2/status")) {
      problem(exchange, 404);
    } else {
      send(exchange, 204, "");
    }
  }

  private void task(HttpExchange exchange, Call call, long key, String action) throws IOException {
    var task = tasks.get(key);
    if (task == null) {
      problem(exchange, 404);
      return;
    }
    switch (call.method() + " " + action) {
      case "GET null" -> send(exchange, 200, Json.write((Object) task));
      case "POST /assignment" -> {
        if (task.get("assignee") != null) {
          problem(exchange, 409);
          return;
        }
        task.put("assignee", String.valueOf(Json.readObject(call.body()).get("assignee")));
        send(exchange, 204, "");
      }
      case "DELETE /assignee" -> {
        task.remove("assignee");
        send(exchange, 204, "");
      }
      case "POST /completion" -> {
        if (!"CREATED".equals(task.get("state"))) {
          problem(exchange, 404);
          return;
        }
        task.put("state", "COMPLETED");
        send(exchange, 204, "");
      }
      default -> problem(exchange, 404);
    }
  }

  private Predicate<Map<String, Object>> matches(Call call) {
    var filter = map(Json.readObject(call.body()).get("filter"));
    return task ->
        fits(filter.get("state"), task.get("state"))
            && fits(filter.get("assignee"), task.get("assignee"))
            && (filter.get("candidateGroup") == null
                || ((List<?>) task.get("candidateGroups"))
                    .stream().anyMatch(group -> fits(filter.get("candidateGroup"), group)))
            && hasVariables(filter.get("processInstanceVariables"), task);
  }

  private boolean hasVariables(Object wanted, Map<String, Object> task) {
    var known = variables.get(Long.parseLong(String.valueOf(task.get("processInstanceKey"))));
    return wanted == null
        || ((List<?>) wanted)
            .stream()
                .map(FakeEngine::map)
                .allMatch(
                    each ->
                        fits(
                            each.get("value"),
                            Json.write(known.get(String.valueOf(each.get("name"))))));
  }

  private List<Map<String, Object>> variables(String body) {
    var filter = map(Json.readObject(body).get("filter"));
    var found = new ArrayList<Map<String, Object>>();
    variables.forEach(
        (scope, values) ->
            values.forEach(
                (name, value) -> {
                  if (fits(filter.get("scopeKey"), String.valueOf(scope))
                      && fits(filter.get("name"), name)) {
                    found.add(
                        Map.of(
                            "variableKey",
                            "1",
                            "name",
                            name,
                            "value",
                            Json.write(value),
                            "scopeKey",
                            String.valueOf(scope),
                            "processInstanceKey",
                            String.valueOf(scope),
                            "tenantId",
                            "<default>",
                            "isTruncated",
                            false));
                  }
                }));
    return found;
  }

  private static boolean fits(Object wanted, Object found) {
    if (wanted instanceof Map<?, ?> operators) {
      return (operators.get("$eq") == null || operators.get("$eq").equals(found))
          && (!(operators.get("$in") instanceof List<?> list)
              || list.isEmpty()
              || list.contains(found));
    }
    return wanted == null || wanted.equals(found);
  }

  private static String page(List<Map<String, Object>> items, String body) {
    var page = map(Json.readObject(body).get("page"));
    var from = page.get("from") instanceof Integer number ? number : 0;
    var limit = page.get("limit") instanceof Integer number ? number : 100;
    var shown = items.stream().skip(from).limit(limit).toList();
    return Json.write((Object) Map.of("items", shown, "page", Map.of("totalItems", items.size())));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  private static void problem(HttpExchange exchange, int status) throws IOException {
    send(
        exchange,
        status,
        "{\"type\":\"about:blank\",\"title\":\"X\",\"status\":%d,\"detail\":\"by the test\",\"instance\":\"/\"}"
            .formatted(status),
        "application/problem+json");
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    send(exchange, status, body, "application/json");
  }

  private static void send(HttpExchange exchange, int status, String body, String type)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
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
