package uz.yagona.signing.pades;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.signing.SelfTestResult;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.document.DocumentIds;
import uz.yagona.signing.document.Documents;
import uz.yagona.signing.document.Sha256;
import uz.yagona.signing.document.Signature;
import uz.yagona.signing.pki.Credential;
import uz.yagona.signing.portal.Portal;
import uz.yagona.signing.portal.StoredDocument;

/**
 * What every signing job does once it is settled who signs: one signature on the newest bytes for
 * one job, stored, and offered to the portal when it was the last that the document needs.
 */
@Component
class SignatureMaker {
  static final String CERTIFICATE_NOT_VALID = "CERTIFICATE_NOT_VALID";
  private static final Duration SELF_TEST_LIMIT = Duration.ofSeconds(40);

  private final Documents documents;
  private final PadesSigner signer;
  private final Portal portal;
  private final SelfTestResult selfTest;

  SignatureMaker(Documents documents, PadesSigner signer, Portal portal, SelfTestResult selfTest) {
    this.documents = documents;
    this.signer = signer;
    this.portal = portal;
    this.selfTest = selfTest;
  }

  /**
   * A signature to make.
   *
   * @param signer user name, or {@code organisation:<code>}
   * @param field to fill; {@code null} for the first empty one
   * @param lines visible text above the time
   * @param principal in whose place it is made; {@code null} for the own
   */
  record Assignment(
      long jobKey,
      Level level,
      Credential credential,
      String signer,
      String signerName,
      String signerPosition,
      String reason,
      @Nullable String field,
      List<String> lines,
      @Nullable String principal,
      @Nullable UUID substitutionId) {}

  /**
   * The document of the job.
   *
   * @throws JobException when there is none of this request
   */
  Document document(JobContext job) {
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

  /** The signature that this job has made already. */
  Optional<Signature> onRecord(Document document, long jobKey) {
    return madeBy(documents.signatures(document.documentId()), jobKey);
  }

  private static Optional<Signature> madeBy(List<Signature> signatures, long jobKey) {
    return signatures.stream().filter(signature -> signature.jobKey() == jobKey).findFirst();
  }

  /** Signing begins only after the self-test; the job comes again when that takes too long. */
  void requireSelfTest() {
    try {
      selfTest.requirePassed(SELF_TEST_LIMIT);
    } catch (IllegalStateException e) {
      throw JobException.temporary(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Makes the signature unless the job has made it meanwhile.
   *
   * @param check refuses what does not fit the locked document
   */
  Signature make(Document document, Assignment assignment, Consumer<Document> check) {
    return documents.sign(
        document.documentId(),
        signatures -> madeBy(signatures, assignment.jobKey()),
        locked -> {
          check.accept(locked);
          return sign(assignment, locked);
        });
  }

  /** As the other one, with what a person has given whose key is not kept here. */
  Signature make(
      Document document, Assignment assignment, GivenSignature given, Consumer<Document> check) {
    return documents.sign(
        document.documentId(),
        signatures -> madeBy(signatures, assignment.jobKey()),
        locked -> {
          check.accept(locked);
          if (given instanceof GivenSignature.Value value) {
            requireInput(locked, value);
            return sign(assignment, locked, (pdf, request) -> signer.sign(pdf, request, value));
          }
          var signed = sign(assignment, locked);
          attach(locked, (GivenSignature.Beside) given, signed.signature().field());
          return signed;
        });
  }

  private void attach(Document document, GivenSignature.Beside beside, String field) {
    documents.attach(document.documentId(), beside.pkcs7(), beside.signature().in(field));
  }

  /** Another signature came between the two steps: what was signed is not the newest file. */
  private static void requireInput(Document document, GivenSignature.Value given) {
    if (!document.currentSha256().equals(given.inputSha256())) {
      throw new BpmnErrorException(
          SigningRules.DIGEST_MISMATCH,
          "Expected a signature over %s, the newest file of document %s, but it is over %s"
              .formatted(document.currentSha256(), document.documentId(), given.inputSha256()));
    }
  }

  /** The request that an assignment is to the signer. */
  static SignatureRequest request(Assignment assignment, Document document) {
    return new SignatureRequest(
        assignment.credential(),
        assignment.level(),
        assignment.signerName(),
        assignment.reason(),
        document.language(),
        assignment.lines(),
        assignment.field());
  }

  private Documents.Signed sign(Assignment assignment, Document document) {
    return sign(assignment, document, signer::sign);
  }

  private Documents.Signed sign(
      Assignment assignment,
      Document document,
      BiFunction<byte[], SignatureRequest, SignedPdf> signing) {
    var request = request(assignment, document);
    var signed = signed(documents.content(document.currentSha256()), request, signing);
    return new Documents.Signed(
        signed.content(),
        new Signature(
            signed.field(),
            assignment.jobKey(),
            assignment.signer(),
            assignment.signerName(),
            assignment.signerPosition(),
            assignment.level().label(),
            assignment.reason(),
            signed.signedAt(),
            assignment.credential().serial(),
            document.currentSha256(),
            Sha256.of(signed.content()),
            assignment.principal(),
            assignment.substitutionId()));
  }

  private static SignedPdf signed(
      byte[] content,
      SignatureRequest request,
      BiFunction<byte[], SignatureRequest, SignedPdf> signing) {
    try {
      return signing.apply(content, request);
    } catch (CertificateRefusedException e) {
      throw new BpmnErrorException(
          CERTIFICATE_NOT_VALID,
          "Expected certificate %s to be valid and not revoked, but it was refused"
              .formatted(request.credential().serial()));
    }
  }

  /** Offers the file when it is in force, and tells the process. */
  Map<String, Object> deliver(UUID documentId, Signature signature) {
    var document = documents.find(documentId).orElseThrow();
    var signedAt = signature.signedAt().atOffset(ZoneOffset.UTC);
    if (document.isInForce()) {
      portal.offer(
          document.requestId(),
          new StoredDocument(
              document.documentId(),
              document.documentNumber(),
              document.currentSha256(),
              true,
              signedAt,
              signature.signer(),
              signature.level()));
    }
    return Map.of(
        "signature",
        Map.of(
            "level", signature.level(),
            "signedAt", signedAt.toString(),
            "certificateSerial", signature.certificateSerial(),
            "digest", signature.outputSha256(),
            "missing", document.openSignatures(),
            "missingPersons", missingPersons(documentId)));
  }

  private int missingPersons(UUID documentId) {
    return documents
        .plan(documentId)
        .map(plan -> plan.missingPersons(documents.signedFields(documentId)))
        .orElse(0);
  }
}
