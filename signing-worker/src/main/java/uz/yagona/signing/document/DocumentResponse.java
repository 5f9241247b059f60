package uz.yagona.signing.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    List<SignatureResponse> signatures) {

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

  static DocumentResponse of(Document document, List<Signature> signatures) {
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
        document.signedAt() == null ? null : utc(document.signedAt()),
        document.supersededBy(),
        document.openSignatures(),
        signatures.stream().map(DocumentResponse::of).toList());
  }

  private static SignatureResponse of(Signature signature) {
    return new SignatureResponse(
        signature.signer(),
        signature.signerName(),
        signature.signerPosition(),
        signature.level(),
        utc(signature.signedAt()),
        signature.certificateSerial(),
        signature.reason(),
        signature.principal());
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
