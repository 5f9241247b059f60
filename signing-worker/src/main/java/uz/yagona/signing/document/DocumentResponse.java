package uz.yagona.signing.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.yagona.signing.Times;

/** A document as the internal API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentResponse(
    UUID documentId,
    String documentNumber,
    String template,
    String requestId,
    String requestNumber,
    String language,
    DocumentState state,
    String draftSha256,
    @Nullable String signedSha256,
    @Nullable OffsetDateTime signedAt,
    @Nullable UUID supersededBy,
    int openSignatures,
    List<SignatureResponse> signatures,
    List<AttachedResponse> attached) {

  /** A signature as the internal API shows it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SignatureResponse(
      String signer,
      String signerName,
      String signerPosition,
      String level,
      OffsetDateTime signedAt,
      String certificateSerial,
      @Nullable String reason,
      @Nullable String principal) {}

  /** A signature beside the PDF, checked by another service. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AttachedResponse(
      String sha256,
      String signer,
      String subjectName,
      String certificateSerial,
      String inputSha256,
      @Nullable OffsetDateTime claimedAt,
      OffsetDateTime checkedAt,
      String checker,
      boolean simulated) {
    static AttachedResponse of(AttachedSignature signature) {
      return new AttachedResponse(
          signature.sha256(),
          signature.signer(),
          signature.subjectName(),
          signature.certificateSerial(),
          signature.inputSha256(),
          Times.optionalUtc(signature.claimedAt()),
          Times.utc(signature.checkedAt()),
          signature.checker(),
          signature.isSimulated());
    }
  }

  static DocumentResponse of(
      Document document, List<Signature> signatures, List<AttachedSignature> attached) {
    return new DocumentResponse(
        document.documentId(),
        document.documentNumber(),
        document.template(),
        document.requestId(),
        document.requestNumber(),
        document.language().tag(),
        document.state(),
        document.draftSha256(),
        document.signedSha256(),
        Times.optionalUtc(document.signedAt()),
        document.supersededBy(),
        document.openSignatures(),
        signatures.stream().map(DocumentResponse::of).toList(),
        attached.stream().map(AttachedResponse::of).toList());
  }

  private static SignatureResponse of(Signature signature) {
    return new SignatureResponse(
        signature.signer(),
        signature.signerName(),
        signature.signerPosition(),
        signature.level(),
        Times.utc(signature.signedAt()),
        signature.certificateSerial(),
        signature.reason(),
        signature.principal());
  }
}
