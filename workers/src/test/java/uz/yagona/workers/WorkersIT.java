package uz.yagona.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.workers.simulator.RegisterSimulator;

/** The module started alone, as {@link WorkersApplication} does, against stubs over HTTP. */
class WorkersIT {
  private static final String ID = "0197b0de-0000-7000-8000-000000000001";
  private static final String REQUEST = "/internal/requests/" + ID;
  private static final String CALENDAR_2026 =
      """
      {"from":"2026-01-01","to":"2026-12-31","days":[
      {"date":"2026-12-08","kind":"HOLIDAY","name":"Konstitutsiya kuni"},
      {"date":"2026-12-12","kind":"WORKING_SATURDAY","name":""}]}""";
  private static final StubPlatform PLATFORM = new StubPlatform();
  private static ConfigurableApplicationContext context;

  @BeforeAll
  static void start() {
    var application = new SpringApplication(WorkersApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    context =
        application.run(
            "--yagona.service-token=secret-of-the-test",
            "--yagona.portal.url=" + PLATFORM.address(),
            "--yagona.client.rest-address=" + PLATFORM.address(),
            "--logging.level.root=warn");
  }

  @AfterAll
  static void stop() {
    context.close();
    PLATFORM.close();
  }

  @BeforeEach
  void reset() {
    PLATFORM.reset();
    PLATFORM.answerTo("GET /internal/calendar", 200, CALENDAR_2026);
    context.getBean(RegisterSimulator.class).setOutage(false);
  }

  @Test
  void shouldGiveTheNumberThatThePortalGave() {
    PLATFORM.answerTo(
        "POST " + REQUEST + "/number",
        200,
        """
        {"number":"UZ-MRJ-2026-000001","filedAt":"2026-11-25T10:00:00+05:00"}""");

    PLATFORM.offerJob("request-register", 11, 3, Map.of(), Map.of("requestId", ID));

    assertThat(completionOf(11))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"number":"UZ-MRJ-2026-000001","filedAt":"2026-11-25T10:00:00+05:00"}"""));
    assertThat(PLATFORM.callsTo("POST " + REQUEST + "/number").get(0).authorization())
        .isEqualTo("Bearer secret-of-the-test");
  }

  @Test
  void shouldComputeTheDeadlineAndTellThePortal() {
    PLATFORM.offerJob(
        "deadline-calc",
        12,
        3,
        Map.of(),
        Map.of("requestId", ID, "filedAt", "2026-12-07T05:00:00Z", "sla", sla(3, "WORKING_DAY")));

    var variables = completionOf(12);

    assertThat(variables.path("dueAt").asString()).isEqualTo("2026-12-11T18:00:00+05:00");
    assertThat(variables.path("dueDate").asString()).isEqualTo("2026-12-11");
    assertThat(JsonMapper.shared().readTree(bodyOf("PUT " + REQUEST + "/deadline")))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"dueAt":"2026-12-11T18:00:00+05:00","at50":"2026-12-10T13:30:00+05:00",
                     "at80":"2026-12-11T12:36:00+05:00","dueDate":"2026-12-11",
                     "legalRef":"ZRU-445","legalStatus":"VERIFIED"}"""));
  }

  @Test
  void shouldThrowCalendarMissingWhenThePortalDoesNotHoldTheYear() {
    PLATFORM.answerTo("GET /internal/calendar", 409, "{\"title\":\"CONFLICT\",\"status\":409}");

    PLATFORM.offerJob(
        "deadline-calc",
        13,
        3,
        Map.of(),
        Map.of("requestId", ID, "filedAt", "2031-12-30T05:00:00Z", "sla", sla(3, "WORKING_DAY")));

    assertThat(errorOf(13).path("errorCode").asString()).isEqualTo("CALENDAR_MISSING");
    assertThat(errorOf(13).path("errorMessage").asString())
        .isEqualTo("Expected the working calendar to hold 2031, but it does not");
  }

  @Test
  void shouldTryAgainWhenThePortalIsAway() {
    PLATFORM.answerOnceTo("PUT " + REQUEST + "/state", 503, "{}");

    PLATFORM.offerJob(
        "request-state", 14, 10, Map.of("state", "IN_REVIEW"), Map.of("requestId", ID));

    var failure = failureOf(14);
    assertThat(failure.path("retries").asInt()).isEqualTo(9);
    assertThat(failure.path("retryBackOff").asLong()).isEqualTo(2_000);
    assertThat(failure.path("errorMessage").asString())
        .isEqualTo(
            "Expected the portal to accept /internal/requests/{requestId}/state,"
                + " but it answered 503");
  }

  @Test
  void shouldRaiseAnIncidentAtOnceWhenThePortalRefuses() {
    PLATFORM.answerTo("PUT " + REQUEST + "/state", 422, "{\"detail\":\"Aziza Karimova\"}");

    PLATFORM.offerJob(
        "request-state", 15, 10, Map.of("state", "NONSENSE"), Map.of("requestId", ID));

    var failure = failureOf(15);
    assertThat(failure.path("retries").asInt()).isZero();
    assertThat(failure.path("errorMessage").asString()).doesNotContain("Aziza");
  }

  @Test
  void shouldMakeOneNoticePerElementInstance() {
    PLATFORM.offerJob(
        "notify", 16, 10, Map.of("template", "request-registered"), Map.of("requestId", ID));
    completionOf(16);

    assertThat(bodyOf("POST " + REQUEST + "/notices"))
        .contains("\"template\":\"request-registered\"", "\"idempotencyKey\":\"9\"");
  }

  @Test
  void shouldEscalateToWhomTheDecisionNames() {
    PLATFORM.answerTo(
        "POST /v2/decision-definitions/evaluation",
        200,
        """
        {"decisionDefinitionId":"escalation","decisionDefinitionName":"e",
         "decisionDefinitionVersion":1,"decisionRequirementsId":"r","output":
         "{\\"recipient\\":\\"UNIT_HEAD\\",\\"overdue\\":false}","tenantId":"<default>",
         "decisionDefinitionKey":"1","decisionRequirementsKey":"2","evaluatedDecisions":[],
         "decisionEvaluationKey":"3","decisionInstanceKey":"3"}""");

    PLATFORM.offerJob(
        "escalate",
        17,
        10,
        Map.of("process", "citizen-request", "level", "80"),
        Map.of("requestId", ID));
    completionOf(17);

    assertThat(JsonMapper.shared().readTree(bodyOf("POST " + REQUEST + "/escalations")))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"level":80,"recipient":"UNIT_HEAD","overdue":false,
                     "idempotencyKey":"%s:escalation:80"}"""
                        .formatted(ID)));
    assertThat(bodyOf("POST /v2/decision-definitions/evaluation"))
        .contains("\"processId\":\"citizen-request\"", "\"level\":80");
  }

  @Test
  void shouldPauseWithTheFieldsAskedFor() {
    PLATFORM.answerTo(
        "POST " + REQUEST + "/pause", 200, "{\"cureUntil\":\"2026-12-03T18:00:00+05:00\"}");

    PLATFORM.offerJob(
        "sla-pause", 18, 10, Map.of(), Map.of("requestId", ID, "askedFields", List.of("phone")));

    assertThat(completionOf(18).path("cureUntil").asString())
        .isEqualTo("2026-12-03T18:00:00+05:00");
    assertThat(bodyOf("POST " + REQUEST + "/pause")).isEqualTo("{\"askedFields\":[\"phone\"]}");
  }

  @Test
  void shouldMoveTheDeadlineByThePause() {
    PLATFORM.answerTo(
        "POST " + REQUEST + "/resume",
        200,
        "{\"pausedSeconds\":3600,\"resumedAt\":\"2026-11-26T12:00:00+05:00\"}");

    PLATFORM.offerJob(
        "sla-resume",
        19,
        10,
        Map.of(),
        Map.of(
            "requestId", ID,
            "dueAt", "2026-12-10T18:00:00+05:00",
            "at50", "2026-12-03T09:00:00+05:00",
            "at80", "2026-12-07T09:00:00+05:00",
            "sla", sla(15, "CALENDAR_DAY")));

    assertThat(completionOf(19).path("dueAt").asString()).isEqualTo("2026-12-10T19:00:00+05:00");
    assertThat(bodyOf("PUT " + REQUEST + "/deadline")).contains("2026-12-07T10:00:00+05:00");
  }

  @Test
  void shouldReadTheRegister() {
    offerRegisterCall(20, 3, "10:05:03:02:01:0128");

    var variables = completionOf(20);

    assertThat(variables.path("registerStatus").asString()).isEqualTo("OK");
    assertThat(variables.path("registerResult").path("inZone").asBoolean()).isTrue();
    assertThat(variables.path("registerResult").path("planRef").asString())
        .isEqualTo("BR-10-05/0128");
  }

  @Test
  void shouldThrowNotFoundWhenTheRegisterDoesNotKnowTheObject() {
    offerRegisterCall(21, 3, "10:05:03:02:01:0129");

    assertThat(errorOf(21).path("errorCode").asString()).isEqualTo("NOT_FOUND");
  }

  @Test
  void shouldThrowNotFoundWhenThereIsNoCadastreNumber() {
    PLATFORM.offerJob(
        "register-call", 22, 3, Map.of("register", "demolition"), Map.of("requestId", ID));

    assertThat(errorOf(22).path("errorCode").asString()).isEqualTo("NOT_FOUND");
  }

  @Test
  void shouldTryAgainWhileTheRegisterIsDownAndThenThrow() {
    context.getBean(RegisterSimulator.class).setOutage(true);

    offerRegisterCall(23, 2, "10:05:03:02:01:0123");
    assertThat(failureOf(23).path("retries").asInt()).isEqualTo(1);

    offerRegisterCall(24, 1, "10:05:03:02:01:0123");
    assertThat(errorOf(24).path("errorCode").asString()).isEqualTo("REGISTER_DOWN");
  }

  private static void offerRegisterCall(long key, int retries, String cadastreNo) {
    PLATFORM.offerJob(
        "register-call",
        key,
        retries,
        Map.of("register", "demolition"),
        Map.of("requestId", ID, "cadastreNo", cadastreNo));
  }

  private static Map<String, Object> sla(int amount, String unit) {
    return Map.of("amount", amount, "unit", unit, "legalRef", "ZRU-445", "legalStatus", "VERIFIED");
  }

  private static JsonNode completionOf(long jobKey) {
    return answered("/v2/jobs/%d/completion".formatted(jobKey)).path("variables");
  }

  private static JsonNode failureOf(long jobKey) {
    return answered("/v2/jobs/%d/failure".formatted(jobKey));
  }

  private static JsonNode errorOf(long jobKey) {
    return answered("/v2/jobs/%d/error".formatted(jobKey));
  }

  private static JsonNode answered(String path) {
    return JsonMapper.shared().readTree(bodyOf("POST " + path));
  }

  private static String bodyOf(String call) {
    await().atMost(Duration.ofSeconds(15)).until(() -> !PLATFORM.callsTo(call).isEmpty());
    return PLATFORM.callsTo(call).get(0).body();
  }
}
