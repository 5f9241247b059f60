package uz.yagona.portal.evidence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import uz.yagona.forms.Language;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.journal.JournalProof;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.request.CaseFile;
import uz.yagona.portal.request.Request;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.staff.CaseAccess;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Role;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Purpose;
import uz.yagona.portal.vault.Vault;
import uz.yagona.proof.pack.Manifest;

/**
 * Makes the pack of a case. What the engine and signing must give is fetched before the first byte
 * is sent; files of the applicant are opened one by one while it is sent.
 */
@Service
class CaseEvidence {
  private static final String KIND = "case";

  private final Requests requests;
  private final CaseAccess access;
  private final CaseProcess process;
  private final CaseDocuments documents;
  private final CoverPage covers;
  private final Packer packer;
  private final Vault vault;
  private final Journal journal;
  private final JournalProof proof;
  private final Clock clock = Clock.systemUTC();

  CaseEvidence(
      Requests requests,
      CaseAccess access,
      CaseProcess process,
      CaseDocuments documents,
      CoverPage covers,
      Packer packer,
      Vault vault,
      Journal journal,
      JournalProof proof) {
    this.requests = requests;
    this.access = access;
    this.process = process;
    this.documents = documents;
    this.covers = covers;
    this.packer = packer;
    this.vault = vault;
    this.journal = journal;
    this.proof = proof;
  }

  /**
   * Who asks for which case.
   *
   * @param withheld code of why personal values are left out; empty when they are shown
   */
  record Order(Request request, PortalUser reader, String withheld) {
    boolean isOpen() {
      return withheld.isEmpty();
    }
  }

  /**
   * What this person may have.
   *
   * @throws NotFoundException when there is no such case
   * @throws AccessDeniedException when the person is no auditor and has no right to the case
   */
  Order order(UUID requestId, PortalUser reader) {
    var request =
        requests
            .find(requestId)
            .orElseThrow(
                () -> new NotFoundException("Expected request " + requestId + ", but found none"));
    var mayRead = access.mayRead(requestId, reader);
    if (!mayRead && !reader.has(Role.AUDITOR)) {
      throw new AccessDeniedException(
          "Expected a right to case %s for %s, but found none"
              .formatted(requestId, reader.userName()));
    }
    if (vault.isErased(request.subjectId())) {
      return new Order(request, reader, "ERASED");
    }
    return new Order(request, reader, mayRead ? "" : "PERSONAL");
  }

  /**
   * Journals the download and gathers everything.
   *
   * @throws PackTooLargeException when the applicant's files are too many
   */
  Packer.Ready prepare(Order order, EvidenceReason reason, String reference, Language language) {
    var request = order.request();
    var listed = requests.openSealed(request.requestId());
    packer.requireRoom(listed.attachments());
    journal.write(
        order.reader().userName(),
        Action.DOWNLOAD,
        request.journalObject(),
        detail(order, reason, reference),
        request.subjectId());
    var file =
        order.isOpen()
            ? requests.open(request.requestId(), order.reader(), Purpose.EVIDENCE)
            : listed;
    var found = documents.of(file.request(), order.isOpen(), language);
    var ingredients = ingredients(file, found);
    var head =
        new Manifest.Head(
            KIND,
            request.journalObject(),
            clock.instant(),
            order.reader().userName(),
            "%s %s".formatted(reason, reference).strip());
    var cover =
        covers.of(
            new CoverPage.Subject(file, order, reason, reference, found.signatures()), language);
    var read = new Access(order.reader().userName(), Purpose.EVIDENCE, request.journalObject());
    return out ->
        packer.write(
            out,
            head,
            new Packer.Filling(ingredients, found.withheld(), file.attachments(), order.withheld()),
            read,
            cover);
  }

  private static Map<String, String> detail(Order order, EvidenceReason reason, String reference) {
    var detail = new HashMap<String, String>();
    detail.put("purpose", Purpose.EVIDENCE.name());
    detail.put("reason", reason.name());
    detail.put("personal", order.isOpen() ? "shown" : "withheld");
    if (!reference.isEmpty()) {
      detail.put("reference", reference);
    }
    return detail;
  }

  private List<Ingredient> ingredients(CaseFile file, CaseDocuments.Found found) {
    var id = file.request().requestId();
    var instances = process.instances(id);
    var decisions = process.decisions(instances);
    var all = new ArrayList<Ingredient>(process.models(instances, decisions, file.request()));
    all.addAll(CaseFacts.of(file));
    all.add(
        Ingredient.json(
            "case/decisions.json", decisions.stream().map(CaseProcess::written).toList()));
    all.addAll(found.files());
    var objects = new ArrayList<>(access.journalObjects(id));
    objects.add(file.request().journalObject());
    all.add(Ingredient.text(Manifest.JOURNAL, proof.excerpt(objects)));
    return all;
  }
}
