package uz.yagona.signing.pades;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.client.JobTask;
import uz.yagona.signing.Language;
import uz.yagona.signing.Phrases;
import uz.yagona.signing.SelfTestResult;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.document.DocumentIds;
import uz.yagona.signing.document.Documents;
import uz.yagona.signing.document.Sha256;
import uz.yagona.signing.document.Signature;
import uz.yagona.signing.pki.Credential;
import uz.yagona.signing.pki.Person;
import uz.yagona.signing.pki.SignerCredentials;
import uz.yagona.signing.portal.Portal;
import uz.yagona.signing.portal.StoredDocument;

/**
 * Job type {@code pdf-sign}: puts the signer's signature on a document and offers the signed file
 * to the portal. A repeated job finds its signature on record and signs nothing.
 */
@Component
class PdfSignWorker implements JobTask {
  static final String CERTIFICATE_NOT_VALID = "CERTIFICATE_NOT_VALID";
  private static final Duration SELF_TEST_LIMIT = Duration.ofSeconds(40);

  private final Documents documents;
  private final SigningRules rules;
  private final SignerCredentials credentials;
  private final PadesSigner signer;
  private final Portal portal;
  private final SelfTestResult selfTest;

  PdfSignWorker(
      Documents documents,
      SigningRules rules,
      SignerCredentials credentials,
      PadesSigner signer,
      Portal portal,
      SelfTestResult selfTest) {
    this.documents = documents;
    this.rules = rules;
    this.credentials = credentials;
    this.signer = signer;
    this.portal = portal;
    this.selfTest = selfTest;
  }

  @Override
  public String type() {
    return "pdf-sign";
  }

  @Override
  public List<String> fetchVariables() {
    return List.of(
        "requestId", "documentId", "documentDigest", "signer", "signedDigest", "reviewer");
  }

  @Override
  public Duration lockFor() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    var level = level(job.header("level"));
    var document = document(job);
    var signature = onRecord(document, job.key()).orElseGet(() -> sign(job, document, level));
    var signedAt = signature.signedAt().atOffset(ZoneOffset.UTC);
    portal.offer(
        document.requestId(),
        new StoredDocument(
            document.documentId(),
            document.documentNumber(),
            signature.outputSha256(),
            true,
            signedAt,
            signature.signer(),
            signature.level()));
    return Map.of(
        "signature",
        Map.of(
            "level", signature.level(),
            "signedAt", signedAt.toString(),
            "certificateSerial", signature.certificateSerial()));
  }

  private Document document(JobContext job) {
    var id = DocumentIds.of(job);
    var document = documents.find(id);
    var requestId = job.text("requestId");
    if (document.isEmpty() || !document.get().requestId().equals(requestId)) {
      throw JobException.permanent(
          "Expected document %s of request %s on record, but there is none"
              .formatted(id, requestId));
    }
    return document.get();
  }

  private Optional<Signature> onRecord(Document document, long jobKey) {
    return madeBy(documents.signatures(document.documentId()), jobKey);
  }

  private static Optional<Signature> madeBy(List<Signature> signatures, long jobKey) {
    return signatures.stream().filter(signature -> signature.jobKey() == jobKey).findFirst();
  }

  private Signature sign(JobContext job, Document document, Level level) {
    requireSelfTest();
    var person = rules.entitledSigner(job, document);
    var credential = credential(person.userName());
    return documents.sign(
        document.documentId(),
        signatures -> madeBy(signatures, job.key()),
        locked -> sign(new Assignment(job.key(), level, person, credential), locked));
  }

  private void requireSelfTest() {
    try {
      selfTest.requirePassed(SELF_TEST_LIMIT);
    } catch (IllegalStateException e) {
      throw JobException.temporary(String.valueOf(e.getMessage()), e);
    }
  }

  private record Assignment(long jobKey, Level level, Person person, Credential credential) {}

  private Documents.Signed sign(Assignment assignment, Document document) {
    rules.requireUnsigned(document);
    var content = documents.content(document.currentSha256());
    var person = assignment.person();
    var reason = Phrases.in(document.language()).get("signed.reason", document.documentNumber());
    var request =
        new SignatureRequest(
            assignment.credential(),
            assignment.level(),
            person.displayName(),
            reason,
            document.language(),
            List.of(person.displayName(), person.position()));
    var signed = signed(content, request);
    return new Documents.Signed(
        signed.content(),
        new Signature(
            signed.field(),
            assignment.jobKey(),
            person.userName(),
            person.displayName(),
            person.position(),
            assignment.level().label(),
            reason,
            signed.signedAt(),
            assignment.credential().serial(),
            document.currentSha256(),
            Sha256.of(signed.content())));
  }

  private SignedPdf signed(byte[] content, SignatureRequest request) {
    try {
      return signer.sign(content, request);
    } catch (CertificateRefusedException e) {
      throw new BpmnErrorException(
          CERTIFICATE_NOT_VALID,
          "Expected certificate %s to be valid and not revoked, but it was refused"
              .formatted(request.credential().serial()));
    }
  }

  /** Certificates name their holder in Latin script, whatever language the document has. */
  private Credential credential(String userName) {
    return credentials
        .find(userName)
        .or(() -> credentials.findOrIssueFirst(portal.person(userName, Language.UZ_LATN)))
        .orElseThrow(
            () ->
                new BpmnErrorException(
                    CERTIFICATE_NOT_VALID,
                    "Expected a valid certificate of %s, but all are revoked or expired"
                        .formatted(userName)));
  }

  private static Level level(String code) {
    return Level.of(code)
        .orElseThrow(
            () ->
                JobException.permanent(
                    "Expected level B-B, B-T, B-LT or B-LTA, but it is '%s'".formatted(code)));
  }
}
