package uz.yagona.signing.pades;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
import uz.yagona.signing.pki.Organisation;
import uz.yagona.signing.pki.SignerCredentials;
import uz.yagona.signing.portal.Portal;

/**
 * Job type {@code pdf-sign}: puts a person's signature on a document, with the key kept here or the
 * signature that the person gave ({@code remoteSignatureId}), on the bytes that the signers before
 * left, and offers the file to the portal once it is in force. A repeated job finds its signature
 * on record and signs nothing.
 */
@Component
public class PdfSignWorker implements JobTask {
  private final Documents documents;
  private final SigningRules rules;
  private final SignerCredentials credentials;
  private final SignatureMaker maker;
  private final Portal portal;
  private final GivenSignatures given;

  PdfSignWorker(
      Documents documents,
      SigningRules rules,
      SignerCredentials credentials,
      SignatureMaker maker,
      Portal portal,
      GivenSignatures given) {
    this.documents = documents;
    this.rules = rules;
    this.credentials = credentials;
    this.maker = maker;
    this.portal = portal;
    this.given = given;
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
        "signBy",
        "remoteSignatureId");
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
    var use = use(job, document);
    if (use != null) {
      return signGiven(use, document, level, entitlement);
    }
    var credential = credential(entitlement.signer().userName());
    return maker.make(
        document,
        Assignments.own(job.key(), level, document, entitlement, credential),
        locked -> rules.requireOpen(locked, entitlement));
  }

  private Signature signGiven(
      GivenSignatures.Use use, Document document, Level level, Entitlement entitlement) {
    var given = this.given.find(use);
    Consumer<Document> check =
        locked -> {
          rules.requireOpen(locked, entitlement);
          this.given.spend(use);
        };
    if (given instanceof GivenSignature.Value value) {
      rules.requireSubject(value.credential(), use.signer());
      var assignment =
          Assignments.own(use.jobKey(), level, document, entitlement, value.credential());
      return maker.make(document, assignment, value, check);
    }
    var beside = (GivenSignature.Beside) given;
    var seal = seal(beside.organisation());
    var own = Assignments.own(use.jobKey(), level, document, entitlement, seal);
    var phrases = Phrases.in(document.language());
    var assignment =
        Assignments.sealed(own, beside.signature(), beside.organisation().name(), phrases);
    return maker.make(document, assignment, beside, check);
  }

  private static GivenSignatures.@Nullable Use use(JobContext job, Document document) {
    var id = job.optionalText("remoteSignatureId");
    if (id == null || id.isBlank()) {
      return null;
    }
    try {
      return new GivenSignatures.Use(
          UUID.fromString(id),
          job.key(),
          job.processInstanceKey(),
          document.documentId(),
          job.text("signer"));
    } catch (IllegalArgumentException e) {
      throw JobException.permanent(
          "Expected variable 'remoteSignatureId' to be a UUID, but it is '%s'".formatted(id));
    }
  }

  private Credential seal(Organisation organisation) {
    return credentials
        .findOrIssueFirst(organisation)
        .orElseThrow(
            () ->
                new BpmnErrorException(
                    SignatureMaker.CERTIFICATE_NOT_VALID,
                    "Expected a valid certificate of %s, but all are revoked or expired"
                        .formatted(organisation.userName())));
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
