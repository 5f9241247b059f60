package uz.yagona.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;

class OperationsIT {
  private static final String KEY = "2251799813685555";

  private final RunningPortal portal = RunningPortal.get();

  @ParameterizedTest
  @CsvSource({
    "aziza, /operations",
    "cadastre1, /operations/incidents",
    "designer, /operations/clock",
    "auditor, /operations",
    "cadastre-head, /journal",
    "operator, /designer",
    "auditor, /designer"
  })
  void shouldRefuseOtherRoles(String userName, String path) {
    assertThat(Visitor.signedIn(userName).get(path).status()).isEqualTo(403);
  }

  @Test
  void shouldShowAnInstanceWithoutTheTextsOfOfficials() {
    instance();
    portal
        .engine()
        .task(
            Long.parseLong(KEY) - 1,
            "review-request",
            "x",
            Map.of("serviceCode", "murojaat", "returnReason", "secret words"));

    var page = Visitor.signedIn("operator").get("/operations/instances/" + KEY + "?lang=en");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().text())
        .contains("serviceCode", "returnReason", "not shown")
        .doesNotContain("secret words");
    assertThat(page.html().select("[data-bpmn-viewer]")).hasSize(1);
  }

  @Test
  void shouldGiveAFailedJobAnotherTryAndResolveItsIncident() {
    instance();
    portal.engine().resource("/v2/incidents/91", incident("91"));
    portal.engine().list("/v2/incidents/search", List.of(incident("91")));
    var operator = Visitor.signedIn("operator");

    var page =
        operator.submit(
            operator.get("/operations/incidents").form("/91/resolution"), Map.of(), null);

    assertThat(page.path()).isEqualTo("/operations/incidents");
    assertThat(portal.engine().callsTo("/v2/jobs/88")).hasSize(1);
    assertThat(portal.engine().callsTo("/v2/incidents/91/resolution")).hasSize(1);
  }

  @Test
  void shouldMoveBothClocksAndLetThemRunAgain() {
    var operator = Visitor.signedIn("operator");

    var pinned =
        operator.submit(
            operator.get("/operations/clock?lang=en").form("/operations/clock"),
            Map.of("at", "2026-12-10 09:00"),
            null);

    assertThat(pinned.html().text()).contains("10.12.2026 09:00");
    assertThat(portal.bean(PortalClock.class).today()).hasToString("2026-12-10");
    assertThat(portal.engine().callsTo("/v2/clock")).isNotEmpty();
    operator.submit(pinned.form("/release"), Map.of(), null);
    assertThat(portal.bean(PortalClock.class).isPinned()).isFalse();
  }

  @Test
  void shouldSayHowToWriteATime() {
    var operator = Visitor.signedIn("operator");

    var page =
        operator.submit(
            operator.get("/operations/clock?lang=en").form("/operations/clock"),
            Map.of("at", "tomorrow"),
            null);

    assertThat(page.html().text()).contains("Write the time like this");
    assertThat(portal.bean(PortalClock.class).isPinned()).isFalse();
  }

  @Test
  void shouldVerifyTheJournal() {
    var page = Visitor.signedIn("auditor").get("/journal/verification?lang=en");

    assertThat(page.html().text()).contains("The chain is intact", "Entries checked");
  }

  private void instance() {
    var instance = new HashMap<String, Object>();
    instance.put("processInstanceKey", KEY);
    instance.put("processDefinitionId", "citizen-request");
    instance.put("processDefinitionVersion", 1);
    instance.put("processDefinitionKey", "5");
    instance.put("startDate", "2026-11-25T05:00:00.000Z");
    instance.put("state", "ACTIVE");
    instance.put("hasIncident", true);
    instance.put("tenantId", "<default>");
    instance.put("tags", List.of());
    portal.engine().resource("/v2/process-instances/" + KEY, instance);
  }

  private static Map<String, Object> incident(String key) {
    return Map.of(
        "incidentKey", key,
        "processInstanceKey", KEY,
        "errorType", "JOB_NO_RETRIES",
        "errorMessage", "Expected <b>an answer</b>",
        "elementId", "check-register",
        "creationTime", "2026-11-25T06:00:00.000Z",
        "state", "ACTIVE",
        "jobKey", "88",
        "tenantId", "<default>");
  }
}
