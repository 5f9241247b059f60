package uz.yagona.signing.pades;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.client.JobTask;
import uz.yagona.signing.Phrases;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.document.Documents;
import uz.yagona.signing.document.Signature;
import uz.yagona.signing.document.SigningPlan;
import uz.yagona.signing.pki.Organisation;
import uz.yagona.signing.pki.SignerCredentials;

/**
 * Job type {@code pdf-seal}: puts the organisation's seal on a document after all persons of its
 * plan have signed; nobody signs after the seal.
 */
@Component
class PdfSealWorker implements JobTask {
  static final String SIGNATURES_MISSING = "SIGNATURES_MISSING";

  private final Documents documents;
  private final SignerCredentials credentials;
  private final SignatureMaker maker;

  PdfSealWorker(Documents documents, SignerCredentials credentials, SignatureMaker maker) {
    this.documents = documents;
    this.credentials = credentials;
    this.maker = maker;
  }

  @Override
  public String type() {
    return "pdf-seal";
  }

  @Override
  public List<String> fetchVariables() {
    return List.of("requestId", "documentId");
  }

  @Override
  public Duration lockFor() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    var document = maker.document(job);
    var signature = maker.onRecord(document, job.key()).orElseGet(() -> seal(job.key(), document));
    return maker.deliver(document.documentId(), signature);
  }

  private Signature seal(long jobKey, Document document) {
    maker.requireSelfTest();
    var plan = plan(document);
    var place = plan.seal().orElseThrow(() -> unplanned(document));
    var organisation = new Organisation(place.signer(), place.name());
    var credential =
        credentials
            .findOrIssueFirst(organisation)
            .orElseThrow(
                () ->
                    new BpmnErrorException(
                        SignatureMaker.CERTIFICATE_NOT_VALID,
                        "Expected a valid certificate of %s, but all are revoked or expired"
                            .formatted(organisation.userName())));
    var assignment =
        new SignatureMaker.Assignment(
            jobKey,
            Level.of(plan.level()).orElseThrow(),
            credential,
            organisation.userName(),
            place.name(),
            "",
            Phrases.in(document.language())
                .get("sealed.reason", document.documentNumber(), place.name()),
            place.field(),
            List.of(place.name()),
            null,
            null);
    return maker.make(document, assignment, locked -> requireSigned(locked, plan, place));
  }

  private SigningPlan plan(Document document) {
    return documents.plan(document.documentId()).orElseThrow(() -> unplanned(document));
  }

  private static JobException unplanned(Document document) {
    return JobException.permanent(
        "Expected document %s to be drawn with a place for a seal, but it has none"
            .formatted(document.documentId()));
  }

  private void requireSigned(Document document, SigningPlan plan, SigningPlan.Place place) {
    var signed = documents.signedFields(document.documentId());
    if (document.supersededBy() != null || signed.contains(place.field())) {
      throw new BpmnErrorException(
          SigningRules.DOCUMENT_CLOSED,
          "Expected document %s to be open for the seal, but it is %s"
              .formatted(document.documentId(), document.state()));
    }
    var missing = plan.missingPersons(signed);
    if (missing > 0) {
      throw new BpmnErrorException(
          SIGNATURES_MISSING,
          "Expected all persons to have signed document %s before the seal, but %d are missing"
              .formatted(document.documentId(), missing));
    }
  }
}
