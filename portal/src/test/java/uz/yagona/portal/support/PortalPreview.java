package uz.yagona.portal.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
    System.out.println("READY");
  }
}
