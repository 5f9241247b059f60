package uz.yagona.signing.pades;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.client.JobTask;
import uz.yagona.signing.Language;
import uz.yagona.signing.Phrases;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.document.Documents;
import uz.yagona.signing.document.Signature;
import uz.yagona.signing.document.SigningPlan;
import uz.yagona.signing.pki.Credential;
import uz.yagona.signing.pki.SignerCredentials;
import uz.yagona.signing.portal.Portal;

/**
 * Job type {@code pdf-sign}: puts a person's signature on a document, on the bytes that the signers
 * before left, and offers the file to the portal once it is in force. A repeated job finds its
 * signature on record and signs nothing.
 */
@Component
public class PdfSignWorker implements JobTask {
  private final Documents documents;
  private final SigningRules rules;
  private final SignerCredentials credentials;
  private final SignatureMaker maker;
  private final Portal portal;

  PdfSignWorker(
      Documents documents,
      SigningRules rules,
      SignerCredentials credentials,
      SignatureMaker maker,
      Portal portal) {
    this.documents = documents;
    this.rules = rules;
    this.credentials = credentials;
    this.maker = maker;
    this.portal = portal;
  }

  @Override
  public String type() {
    return "pdf-sign";
  }

  @Override
  public List<String> fetchVariables() {
    return List.of(
        "requestId",
        "documentId",
        "documentDigest",
        "signer",
        "signedDigest",
        "reviewer",
        "principal",
        "signBy");
  }

  @Override
  public Duration lockFor() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    var document = maker.document(job);
    var level = level(job, document);
    var signature = maker.onRecord(document, job.key()).orElseGet(() -> sign(job, document, level));
    return maker.deliver(document.documentId(), signature);
  }

  private Signature sign(JobContext job, Document document, Level level) {
    maker.requireSelfTest();
    var entitlement = rules.entitlement(job, document);
    var credential = credential(entitlement.signer().userName());
    return maker.make(
        document,
        assignment(job.key(), level, document, entitlement, credential),
        locked -> rules.requireOpen(locked, entitlement));
  }

  private SignatureMaker.Assignment assignment(
      long jobKey, Level level, Document document, Entitlement entitlement, Credential credential) {
    var phrases = Phrases.in(document.language());
    var signer = entitlement.signer();
    var place = entitlement.place();
    var principal = entitlement.principal();
    var order = entitlement.order();
    var lines = new ArrayList<>(List.of(signer.displayName(), signer.position()));
    var reason = phrases.get("signed.reason", document.documentNumber());
    if (principal != null && order != null) {
      lines.add(phrases.get("signed.substitute", principal.displayName(), order.orderNumber()));
      reason =
          phrases.get(
              "signed.reason.substitute",
              document.documentNumber(),
              signer.displayName(),
              principal.displayName(),
              order.orderNumber(),
              phrases.date(order.orderDate()));
    }
    return new SignatureMaker.Assignment(
        jobKey,
        level,
        credential,
        signer.userName(),
        signer.displayName(),
        signer.position(),
        reason,
        place == null ? null : place.field(),
        lines,
        principal == null ? null : principal.userName(),
        order == null ? null : order.substitutionId());
  }

  /** Certificates name their holder in Latin script, whatever language the document has. */
  private Credential credential(String userName) {
    var credential =
        credentials
            .find(userName)
            .or(() -> credentials.findOrIssueFirst(portal.person(userName, Language.UZ_LATN)))
            .orElseThrow(
                () ->
                    new BpmnErrorException(
                        SignatureMaker.CERTIFICATE_NOT_VALID,
                        "Expected a valid certificate of %s, but all are revoked or expired"
                            .formatted(userName)));
    rules.requireSubject(credential, userName);
    return credential;
  }

  /** What the plan says; without one, the model's header. */
  private Level level(JobContext job, Document document) {
    var code =
        documents
            .plan(document.documentId())
            .map(SigningPlan::level)
            .orElseGet(() -> job.header("level"));
    return Level.of(code)
        .orElseThrow(
            () ->
                JobException.permanent(
                    "Expected level B-B, B-T, B-LT or B-LTA, but it is '%s'".formatted(code)));
  }
}
