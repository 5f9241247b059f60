package uz.yagona.portal.staff;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uz.yagona.forms.Language;
import uz.yagona.portal.attachment.Attachments;
import uz.yagona.portal.attachment.Download;
import uz.yagona.portal.diagram.Diagrams;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.signing.SigningClient;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Purpose;

/** A case to be read: data, files, history, diagram, document. */
@Controller
class CaseController {
  private final Cases cases;
  private final CaseViews views;
  private final Attachments attachments;
  private final Diagrams diagrams;
  private final SigningClient signing;

  CaseController(
      Cases cases,
      CaseViews views,
      Attachments attachments,
      Diagrams diagrams,
      SigningClient signing) {
    this.cases = cases;
    this.views = views;
    this.attachments = attachments;
    this.diagrams = diagrams;
    this.signing = signing;
  }

  @GetMapping("/cases/{requestId}")
  String show(@PathVariable UUID requestId, PortalUser user, Language language, Model model) {
    var opened = cases.open(requestId, user);
    model.addAttribute(
        "case",
        views.of(cases.read(opened, user), opened.latest(), cases.variables(opened), language));
    model.addAttribute("isEmergency", opened.purpose() == Purpose.EMERGENCY);
    model.addAttribute(
        "openTask",
        opened.tasks().stream()
            .filter(task -> task.isOpen() && (task.isFor(user) || task.isHeldBy(user)))
            .findFirst()
            .orElse(null));
    return "portal/staff/case";
  }

  @GetMapping(value = "/cases/{requestId}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<String> diagram(@PathVariable UUID requestId, PortalUser user, Language language) {
    var task = cases.open(requestId, user).latest();
    if (task == null) {
      throw new NotFoundException(
          "Expected a process of request " + requestId + ", but found none");
    }
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .body(diagrams.xml(task.processDefinitionKey(), language));
  }

  @GetMapping("/cases/{requestId}/attachments/{attachmentId}")
  ResponseEntity<byte[]> attachment(
      @PathVariable UUID requestId, @PathVariable UUID attachmentId, PortalUser user) {
    var opened = cases.open(requestId, user);
    var attachment =
        attachments
            .find(requestId, attachmentId)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "Expected attachment " + attachmentId + ", but found none"));
    var bytes =
        attachments.read(
            attachment,
            new Access(user.userName(), opened.purpose(), opened.request().journalObject()));
    return Download.of(attachment.name(), attachment.mediaType(), bytes);
  }

  /** The PDF as the signing worker keeps it: {@code draft} or {@code signed}. */
  @GetMapping("/cases/{requestId}/document/{version:draft|signed}")
  ResponseEntity<byte[]> document(
      @PathVariable UUID requestId, @PathVariable String version, PortalUser user) {
    var document = cases.open(requestId, user).request().document();
    if (document == null) {
      throw new NotFoundException("Expected a document of " + requestId + ", but found none");
    }
    var bytes =
        signing
            .content(document.documentId(), version)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "Expected the %s of document %s, but found none"
                            .formatted(version, document.documentId())));
    var name = document.documentNumber() + ".pdf";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString())
        .body(bytes);
  }
}
