package uz.yagona.portal.cabinet;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import uz.yagona.portal.attachment.Attachments;
import uz.yagona.portal.attachment.Download;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.request.DocumentReference;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.signing.SigningClient;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Purpose;

/** Files of the own request: the signed decision, and what was attached. */
@Controller
@RequestMapping("/requests/{requestId}")
class DownloadController {
  private final Requests requests;
  private final Attachments attachments;
  private final SigningClient signing;
  private final Journal journal;

  DownloadController(
      Requests requests, Attachments attachments, SigningClient signing, Journal journal) {
    this.requests = requests;
    this.attachments = attachments;
    this.signing = signing;
    this.journal = journal;
  }

  @GetMapping("/document")
  ResponseEntity<byte[]> document(@PathVariable UUID requestId, PortalUser user) {
    var request = requests.getOwn(requestId, user);
    var document = request.document();
    if (document == null || !document.signed()) {
      throw new NotFoundException("Expected a signed decision, but there is none yet");
    }
    var bytes =
        signing
            .content(document.documentId(), "signed")
            .orElseThrow(
                () -> new NotFoundException("Expected the signed file, but signing has none"));
    journal.write(
        user.userName(),
        Action.DOWNLOAD,
        request.journalObject(),
        Map.of("purpose", Purpose.OWN_ACCESS.name(), "document", document.documentNumber()),
        request.subjectId());
    return Download.of(fileName(document), MediaType.APPLICATION_PDF_VALUE, bytes);
  }

  private static String fileName(DocumentReference document) {
    return document.documentNumber() + ".pdf";
  }

  @GetMapping("/attachments/{attachmentId}")
  ResponseEntity<byte[]> attachment(
      @PathVariable UUID requestId, @PathVariable UUID attachmentId, PortalUser user) {
    var request = requests.getOwn(requestId, user);
    var file =
        attachments
            .find(requestId, attachmentId)
            .orElseThrow(() -> new NotFoundException("Expected an attachment, but found no such"));
    var access = new Access(user.userName(), Purpose.OWN_ACCESS, request.journalObject());
    return Download.of(file.name(), file.mediaType(), attachments.read(file, access));
  }
}
