package uz.yagona.portal.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Starts the portal with some requests and tasks to look at: {@code PortalPreview 18999
 * model.bpmn}.
 */
public final class PortalPreview {
  private PortalPreview() {}

  public static void main(String[] arguments) throws Exception {
    var portal = new RunningPortal(Integer.parseInt(arguments[0]));
    portal.engine().model(Files.readString(Path.of(arguments[1])));
    for (var i = 1; i <= 45; i++) {
      var id =
          FiledRequest.put(
              portal,
              "UZ-MRJ-2026-%06d".formatted(i),
              "IN_REVIEW",
              LocalDate.of(2026, 11, 20).plusDays(i),
              "Hovlimiz yonidan oʻtgan yoʻl kadastr rejasida notoʻgʻri koʻrsatilgan.\n\nIltimos, tuzatib bering. <b>Rahmat</b>");
      portal
          .engine()
          .task(
              1000L + i * 10,
              i % 5 == 4 ? "sign-decision" : "review-request",
              i % 5 == 4 ? "cadastre-heads" : "cadastre-reviewers",
              Map.of(
                  "requestId", id.toString(),
                  "serviceCode", "murojaat",
                  "documentId", "doc-1",
                  "documentNumber", "UZ-DOC-2026-000001",
                  "documentDigest", "ab".repeat(32)));
    }
    operations(portal.engine());
    System.out.println("READY");
  }

  private static void operations(FakeEngine engine) {
    var instance =
        Map.<String, Object>ofEntries(
            Map.entry("processInstanceKey", "2251799813685011"),
            Map.entry("processDefinitionId", "citizen-request"),
            Map.entry("processDefinitionName", "Fuqaro murojaati"),
            Map.entry("processDefinitionVersion", 1),
            Map.entry("processDefinitionKey", "5"),
            Map.entry("startDate", "2026-11-25T05:00:00.000Z"),
            Map.entry("state", "ACTIVE"),
            Map.entry("hasIncident", true),
            Map.entry("tenantId", "<default>"),
            Map.entry("tags", List.of()));
    engine.list("/v2/process-instances/search", List.of(instance, instance, instance));
    engine.resource("/v2/process-instances/2251799813685011", instance);
    engine.list(
        "/v2/element-instances/search",
        List.of(
            element("1", "register-request", "COMPLETED", false),
            element("2", "compute-deadline", "COMPLETED", false),
            element("3", "prepare-decision", "ACTIVE", false),
            element("4", "review-request", "ACTIVE", false),
            element("5", "check-register", "ACTIVE", true)));
    engine.list(
        "/v2/incidents/search",
        List.of(
            Map.of(
                "incidentKey", "77",
                "processDefinitionId", "citizen-request",
                "processInstanceKey", "2251799813685011",
                "errorType", "JOB_NO_RETRIES",
                "errorMessage", "Expected the register to answer, but got 503 three times",
                "elementId", "check-register",
                "creationTime", "2026-11-25T06:00:00.000Z",
                "state", "ACTIVE",
                "jobKey", "88",
                "tenantId", "<default>")));
    var definition =
        Map.<String, Object>of(
            "processDefinitionKey", "5",
            "name", "Fuqaro murojaati: qabuldan imzolangan javobgacha",
            "resourceName", "citizen-request.bpmn",
            "version", 1,
            "processDefinitionId", "citizen-request",
            "tenantId", "<default>",
            "hasStartForm", false);
    engine.list("/v2/process-definitions/search", List.of(definition));
    engine.resource("/v2/process-definitions/5", definition);
  }

  private static Map<String, Object> element(
      String key, String id, String state, boolean hasIncident) {
    return Map.ofEntries(
        Map.entry("elementInstanceKey", key),
        Map.entry("processDefinitionId", "citizen-request"),
        Map.entry("processDefinitionKey", "5"),
        Map.entry("processInstanceKey", "2251799813685011"),
        Map.entry("startDate", "2026-11-25T05:00:00.000Z"),
        Map.entry("elementId", id),
        Map.entry("elementName", id),
        Map.entry("type", "USER_TASK"),
        Map.entry("state", state),
        Map.entry("hasIncident", hasIncident),
        Map.entry("tenantId", "<default>"));
  }
}
