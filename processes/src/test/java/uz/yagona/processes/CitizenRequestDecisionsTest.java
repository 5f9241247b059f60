package uz.yagona.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitizenRequestDecisionsTest {
  private static final Decisions SLA = Decisions.of("citizen-request/sla.dmn");
  private static final Decisions TRIAGE = Decisions.of("citizen-request/request-triage.dmn");
  private static final Decisions ROUTING = Decisions.of("citizen-request/competence-routing.dmn");
  private static final Decisions ESCALATION = Decisions.of("citizen-request/escalation.dmn");

  @AfterAll
  static void everyRuleShouldHaveBeenMatched() {
    assertThat(SLA.unmatchedRules()).isEmpty();
    assertThat(TRIAGE.unmatchedRules()).isEmpty();
    assertThat(ROUTING.unmatchedRules()).isEmpty();
    assertThat(ESCALATION.unmatchedRules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "APPEAL, ARIZA, , 15, CALENDAR_DAY, 1, true, VERIFIED",
    "APPEAL, SHIKOYAT, false, 15, CALENDAR_DAY, 1, true, VERIFIED",
    "APPEAL, SHIKOYAT, true, 1, MONTH, 0, true, VERIFIED",
    "APPEAL, TAKLIF, , 1, MONTH, 1, true, VERIFIED",
    "APPEAL, TAKLIF, true, 2, MONTH, 0, true, UNVERIFIED",
    "SERVICE, DEMOLITION_CERTIFICATE, , 3, WORKING_DAY, 0, false, VERIFIED",
    "SERVICE, SOMETHING_NEW, , 15, WORKING_DAY, 0, false, UNVERIFIED",
  })
  void shouldDecideTheTermByKind(
      String caseType,
      String subType,
      @Nullable Boolean extended,
      int amount,
      String unit,
      int extensionMax,
      boolean noticeRequired,
      String legalStatus) {
    var variables = request(caseType, subType);
    if (extended != null) {
      variables.put("extended", extended);
    }

    var sla = context(SLA.evaluate("sla", variables));

    assertThat(sla)
        .containsEntry("amount", amount)
        .containsEntry("unit", unit)
        .containsEntry("extensionMax", extensionMax)
        .containsEntry("noticeRequired", noticeRequired)
        .containsEntry("legalStatus", legalStatus);
    assertThat(sla.get("legalRef")).asString().isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T10:00:00+05:00",
    "2026-11-25T05:00:00Z",
    "2026-11-25T05:00:00.123456789Z",
    "2026-11-25T10:00:00.5+05:00[Asia/Tashkent]",
  })
  void shouldReadEverySpellingOfTheFilingTime(String filedAt) {
    var variables = request("APPEAL", "ARIZA");
    variables.put("filedAt", filedAt);

    assertThat(context(SLA.evaluate("sla", variables))).containsEntry("amount", 15);
  }

  @Test
  void shouldGiveNoTermBeforeTheLawWasInForce() {
    var variables = request("APPEAL", "ARIZA");
    variables.put("filedAt", "2017-09-10T10:00:00+05:00");

    assertThat(SLA.evaluate("sla", variables)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "CORRUPTION, true, true, 2, true, true",
    "CORRUPTION, true, false, 2, false, true",
    "LIFE_SAFETY, false, true, 1, true, false",
    "HEALTH, true, false, 1, false, false",
    "ROADS, true, true, 2, true, false",
    "ROADS, true, false, 2, false, false",
    "ROADS, false, false, 3, false, false",
  })
  void shouldTriageByTopicApplicantAndRepetition(
      String topic,
      boolean vulnerable,
      boolean repeat,
      int priority,
      boolean headControl,
      boolean restricted) {
    var triage =
        TRIAGE.evaluate(
            "request-triage", Map.of("topic", topic, "vulnerable", vulnerable, "repeat", repeat));

    assertThat(context(triage))
        .isEqualTo(
            Map.of("priority", priority, "headControl", headControl, "restricted", restricted));
  }

  @ParameterizedTest
  @CsvSource({
    "demolition-certificate, LAND, 1726, , CADASTRE",
    "murojaat, LAND, 1703, HOKIMIYAT, CADASTRE",
    "murojaat, HOUSING, 1735, , CADASTRE",
    "murojaat, LAND, 1726, CADASTRE, LEGAL",
    "murojaat, SOCIAL, 1726, , SOCIAL",
    "murojaat, LABOUR, 1726, SOCIAL, APPEALS",
    "murojaat, ROADS, 1726, , APPEALS",
    "murojaat, LIFE_SAFETY, 1726, APPEALS, LEGAL",
    "murojaat, CORRUPTION, 1726, , COMPLIANCE",
    "murojaat, CORRUPTION, 1726, COMPLIANCE, LEGAL",
    "murojaat, OTHER, 1726, , FORWARD_CENTRE",
    "murojaat, OTHER, 1726, FORWARD_CENTRE, APPEALS",
    "murojaat, LAND, 1799, , FORWARD_CENTRE",
  })
  void shouldRouteToTheCompetentBodyOrTheOneAboveIt(
      String service, String topic, String region, @Nullable String complainedBody, String body) {
    assertThat(route(service, topic, region, complainedBody)).containsEntry("body", body);
  }

  @Test
  void shouldNeverRouteAComplaintToTheBodyComplainedAbout() {
    for (var topic : TOPICS) {
      for (var complained : BODIES) {
        assertThat(route("murojaat", topic, "1726", complained).get("body"))
            .as("%s about %s", topic, complained)
            .isNotEqualTo(complained);
      }
    }
  }

  @Test
  void shouldNameTheGroupsAfterTheBody() {
    assertThat(route("murojaat", "OTHER", "1726", null))
        .containsEntry("group", "forward-centre-reviewers")
        .containsEntry("headGroup", "forward-centre-heads");
  }

  @Test
  void shouldForwardToTheChosenGroup() {
    for (var body : BODIES) {
      var group = groupOf(body);

      assertThat(forward(group, null))
          .isEqualTo(
              Map.of(
                  "body",
                  body,
                  "group",
                  group,
                  "headGroup",
                  group.replace("-reviewers", "-heads")));
    }
  }

  @Test
  void shouldNeverForwardToTheBodyComplainedAbout() {
    for (var body : BODIES) {
      assertThat(forward(groupOf(body), body).get("body")).isNotEqualTo(body);
    }
  }

  @Test
  void shouldForwardToTheCentreWhenTheGroupIsUnknown() {
    assertThat(forward("no-such-group", null)).containsEntry("body", "FORWARD_CENTRE");
  }

  @ParameterizedTest
  @CsvSource({
    "50, , ASSIGNEE, false",
    "80, , UNIT_HEAD, false",
    "100, , DEPUTY_HEAD, true",
    "100, 2, DEPUTY_HEAD, true",
    "100, 3, CENTRAL_CONTROL, true",
  })
  void shouldEscalateToTheRecipientOfTheLevel(
      int level, @Nullable Integer overdueWorkingDays, String recipient, boolean overdue) {
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("processId", "citizen-request");
    variables.put("level", level);
    variables.put("overdueWorkingDays", overdueWorkingDays);

    assertThat(context(ESCALATION.evaluate("escalation", variables)))
        .isEqualTo(Map.of("recipient", recipient, "overdue", overdue));
  }

  private static final String[] TOPICS = {
    "LAND",
    "HOUSING",
    "UTILITIES",
    "ROADS",
    "SOCIAL",
    "LABOUR",
    "HEALTH",
    "EDUCATION",
    "DIGITAL",
    "LIFE_SAFETY",
    "CORRUPTION",
    "OTHER"
  };
  private static final String[] BODIES = {
    "CADASTRE", "SOCIAL", "APPEALS", "COMPLIANCE", "LEGAL", "FORWARD_CENTRE"
  };

  private static String groupOf(String body) {
    return body.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-reviewers";
  }

  private static Map<String, @Nullable Object> request(String caseType, String subType) {
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("caseType", caseType);
    variables.put("subType", subType);
    variables.put("filedAt", "2026-11-25T10:00:00+05:00");
    return variables;
  }

  private static Map<String, Object> route(
      String service, String topic, String region, @Nullable String complainedBody) {
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("serviceCode", service);
    variables.put("topic", topic);
    variables.put("region", region);
    variables.put("complainedBody", complainedBody);
    return context(ROUTING.evaluate("competence-routing", variables));
  }

  private static Map<String, Object> forward(String group, @Nullable String complainedBody) {
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("forwardGroup", group);
    variables.put("complainedBody", complainedBody);
    return context(ROUTING.evaluate("forward-routing", variables));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> context(@Nullable Object output) {
    assertThat(output).isInstanceOf(Map.class);
    return (Map<String, Object>) output;
  }
}
