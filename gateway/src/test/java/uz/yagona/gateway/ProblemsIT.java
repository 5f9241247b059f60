package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.yagona.engine.api.EngineUnavailableException;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;
import uz.yagona.gateway.RawHttp.Answer;

/** Every failure is told as application/problem+json, with what was expected and found. */
class ProblemsIT {
  private static GatewayServer server;
  private static RecordingEngine engine;
  private static RawHttp http;

  @BeforeAll
  static void start() {
    server =
        GatewayServer.start(
            RecordingConfiguration.class, Map.of("yagona.gateway.max-message-size", "64KB"));
    engine = server.bean(RecordingEngine.class);
    http = new RawHttp(server.restAddress(), GatewayServer.USER, GatewayServer.PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    engine.forget();
  }

  private static void assertProblem(Answer answer, int status, String title, String detail) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("title")).isEqualTo(title);
    assertThat(answer.text("detail")).contains(detail);
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.text("type")).isEqualTo("about:blank");
    assertThat(answer.text("instance")).startsWith("/v2/");
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_ARGUMENT, 400",
    "NOT_FOUND, 404",
    "INVALID_STATE, 409",
    "ALREADY_EXISTS, 409",
    "RESOURCE_EXHAUSTED, 503",
    "UNAVAILABLE, 503"
  })
  void shouldTellWhyACommandWasRejected(RejectionType type, int status) {
    engine.failNext(new RejectedException(type, "Expected A, but B"));

    var answer = http.post("/v2/jobs/9/completion", "{}");

    assertProblem(answer, status, type.name(), "Expected A, but B");
    assertThat(answer.header("Retry-After")).isEqualTo(status == 503 ? "1" : "");
  }

  @Test
  void shouldNotSay503WhenTheOutcomeIsUnknown() {
    engine.failNext(new EngineUnavailableException("lost", new IllegalStateException("db")));

    assertProblem(
        http.post("/v2/jobs/9/completion", "{}"), 504, "DEADLINE_EXCEEDED", "It is unknown");
  }

  @Test
  void shouldTellNothingOfTheInsideWhenItFails() {
    engine.failNext(new IllegalStateException("secret"));

    var answer = http.post("/v2/jobs/9/completion", "{}");

    assertProblem(answer, 500, "INTERNAL", "the log says why");
    assertThat(answer.response().body()).doesNotContain("secret");
  }

  @Test
  void shouldTellUnknownPathsAndMethods() {
    assertProblem(http.get("/v2/nothing"), 404, "NOT_FOUND", "Expected a path of the API");
    var answer = http.get("/v2/jobs/9/completion");
    assertProblem(answer, 405, "Method Not Allowed", "Expected POST, but got GET");
    assertThat(answer.header("Allow")).isEqualTo("POST");
  }

  @Test
  void shouldTellWrongMediaTypes() {
    assertProblem(
        http.post("/v2/jobs/activation", "a", "text/plain"),
        415,
        "Unsupported Media Type",
        "Expected application/json, but got text/plain");
    assertProblem(
        http.post("/v2/deployments", "{}"),
        415,
        "Unsupported Media Type",
        "Expected multipart/form-data, but got application/json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":|Expected JSON, but",
        "{\"type\":\"a\",\"type\":\"b\"}|Expected JSON, but",
        "{\"kind\":1}|but got 'kind'",
        "{\"maxJobsToActivate\":\"many\"}"
            + "|Expected a whole number at 'maxJobsToActivate', but got 'many'",
        "[]|Expected an object at 'body'",
        "{\"type\":\"t\",\"timeout\":1}|Expected 'maxJobsToActivate' of 1 or more, but got null",
        "{\"type\":\"t\",\"maxJobsToActivate\":1}|Expected 'timeout' of 1 millisecond or more",
        "{\"maxJobsToActivate\":1,\"timeout\":1}|Expected 'type', but it is missing"
      })
  void shouldTellWhatIsWrongWithABody(String body, String detail) {
    var answer = http.post("/v2/jobs/activation", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail")).contains(detail);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void shouldTellThatABodyIsMissing() {
    assertProblem(
        http.post("/v2/process-instances", ""),
        400,
        "Bad Request",
        "Expected a JSON object as body, but there is none");
  }

  @Test
  void shouldTellThatAKeyIsNoNumber() {
    assertProblem(
        http.post("/v2/jobs/abc/completion", "{}"),
        400,
        "Bad Request",
        "Expected jobKey to be a whole number, but got 'abc'");
  }

  @Test
  void shouldRefuseLongBodies() {
    var body = "{\"variables\":{\"a\":\"%s\"}}".formatted("x".repeat(70_000));

    assertProblem(
        http.post("/v2/jobs/9/completion", body),
        413,
        "Content Too Large",
        "Expected a body of at most 65536 bytes");
    assertThat(engine.commands).isEmpty();
  }

  @Test
  void shouldTellFilesThatAreMissing() {
    var body = "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n";

    assertProblem(
        http.post("/v2/deployments", body, "multipart/form-data; boundary=b"),
        400,
        "Bad Request",
        "Expected the part 'resources', but it is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v2/setup/user", "/v2/system/other"})
  void shouldTellWhatIsNotSupported(String path) {
    var answer = http.post(path, "{}");

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("detail")).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"filter\":{\"colour\":\"red\"}}|can be filtered by, but got 'colour'",
        "{\"filter\":{\"state\":{\"$is\":\"ACTIVE\"}}}|Expected an operator such as $eq",
        "{\"filter\":{\"state\":\"ASLEEP\"}}|Expected one of [ACTIVE, COMPLETED, TERMINATED]",
        "{\"filter\":{\"startDate\":{\"$gt\":\"today\"}}}|Expected an ISO-8601 time with offset",
        "{\"filter\":{\"processInstanceKey\":\"x\"}}|Expected a key, a whole number",
        "{\"filter\":{\"variables\":[{\"name\":\"a\"}]}}|a list of {name, value}",
        "{\"sort\":[{\"field\":\"colour\"}]}|can be sorted by, but got 'colour'",
        "{\"sort\":[{\"field\":\"state\",\"order\":\"UP\"}]}|Expected ASC or DESC",
        "{\"page\":{\"limit\":0}}|Expected page.limit from 1 to 10000, but got 0",
        "{\"page\":{\"after\":\"x\"}}|Expected a cursor of an earlier result",
        "{\"where\":1}|but got 'where'"
      })
  void shouldTellWhatIsWrongWithASearch(String body, String detail) {
    var answer = http.post("/v2/process-instances/search", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail")).contains(detail);
  }

  @Test
  void shouldTakePlainValuesAndEmptyListsInFilters() {
    var answer =
        http.post(
            "/v2/process-instances/search",
            """
            {"filter": {"state": "ACTIVE", "processInstanceKey": {"$in": [], "$notIn": []},
              "tags": [], "$or": [], "businessId": null}, "sort": [], "page": {}}""");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("items").size()).isZero();
    assertThat(answer.json().path("page").path("totalItems").asInt()).isZero();
    assertThat(http.post("/v2/process-instances/search", "").status()).isEqualTo(200);
  }

  @Test
  void shouldTellWhatCannotBeFound() {
    assertProblem(
        http.get("/v2/user-tasks/1"),
        404,
        "NOT_FOUND",
        "Expected to find a user task with key '1', but there is none");
    assertThat(http.get("/v2/process-definitions/1/xml").status()).isEqualTo(404);
    assertThat(http.get("/v2/process-definitions/1/form").status()).isEqualTo(404);
    assertThat(http.get("/v2/user-tasks/1/form").status()).isEqualTo(404);
    assertThat(http.get("/v2/variables/1").status()).isEqualTo(404);
    assertThat(http.get("/v2/decision-instances/1-1").status()).isEqualTo(404);
    assertThat(http.get("/v2/resources/1/content").status()).isEqualTo(404);
  }

  @Test
  void shouldRefuseOtherTenants() {
    assertProblem(
        http.post("/v2/signals/broadcast", "{\"signalName\":\"s\",\"tenantId\":\"other\"}"),
        400,
        "INVALID_ARGUMENT",
        "Expected tenant '<default>'");
  }

  @Test
  void shouldTellThatAnotherNodeIsActive() {
    engine.setActive(false);

    assertProblem(http.get("/v2/status"), 503, "UNAVAILABLE", "waits to take over");
  }
}
