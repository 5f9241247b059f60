package uz.yagona.portal.signing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import uz.yagona.portal.PortalProperties;

/**
 * Documents, verification and certificates of the signing worker. Every method may throw {@link
 * SigningUnavailableException}.
 */
@Component
public class SigningClient {
  private static final ParameterizedTypeReference<List<SignerCertificate>> CERTIFICATES =
      new ParameterizedTypeReference<>() {};

  private static final MediaType TIMESTAMP_QUERY = new MediaType("application", "timestamp-query");

  private final RestClient http;

  SigningClient(PortalProperties properties) {
    this.http = SigningHttp.client(properties);
  }

  public Optional<SigningDocument> document(String documentId) {
    return SigningHttp.ask(
        "document " + documentId,
        () ->
            http.get()
                .uri("/signing/documents/{id}", documentId)
                .retrieve()
                .body(SigningDocument.class));
  }

  /** The document whose signed file, or draft, has this digest. */
  public Optional<SigningDocument> bySha256(String sha256) {
    return SigningHttp.ask(
        "a document by digest",
        () ->
            http.get()
                .uri("/signing/documents?sha256={sha256}", sha256)
                .retrieve()
                .body(SigningDocument.class));
  }

  /**
   * The PDF; empty when there is none of that version.
   *
   * @param version {@code draft} or {@code signed}
   */
  public Optional<byte[]> content(String documentId, String version) {
    return SigningHttp.ask(
        "the content of document " + documentId,
        () ->
            http.get()
                .uri("/signing/documents/{id}/content?version={version}", documentId, version)
                .retrieve()
                .body(byte[].class));
  }

  /** A PKCS#7 that lies beside the PDF of a document. */
  public Optional<byte[]> attached(String documentId, String sha256) {
    return SigningHttp.ask(
        "a signature beside document " + documentId,
        () ->
            http.get()
                .uri("/signing/documents/{id}/attached/{sha256}", documentId, sha256)
                .retrieve()
                .body(byte[].class));
  }

  public Verification verify(byte[] pdf) {
    return SigningHttp.ask(
            "a verification",
            () ->
                http.post()
                    .uri("/signing/verifications")
                    .contentType(MediaType.APPLICATION_PDF)
                    .body(pdf)
                    .retrieve()
                    .body(Verification.class))
        .orElseThrow(() -> missing("a verification"));
  }

  /** The validation report of ETSI TS 119 102-2 about a PDF, as XML. */
  public byte[] report(byte[] pdf) {
    return SigningHttp.ask(
            "a validation report",
            () ->
                http.post()
                    .uri("/signing/verifications/report")
                    .contentType(MediaType.APPLICATION_PDF)
                    .body(pdf)
                    .retrieve()
                    .body(byte[].class))
        .orElseThrow(() -> missing("a validation report"));
  }

  /** Prints facts as PDF/A; nothing of them is kept there. */
  public byte[] print(PrintedReport report) {
    return SigningHttp.ask(
            "a printed report",
            () ->
                http.post()
                    .uri("/signing/reports")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(report)
                    .retrieve()
                    .body(byte[].class))
        .orElseThrow(() -> missing("a printed report"));
  }

  private static SigningUnavailableException missing(String what) {
    return new SigningUnavailableException(what, new IllegalStateException("404"));
  }

  /**
   * Empties the files of all documents of a request for good; numbers, digests and signatures stay
   * on record. Gives how many documents there were; a repeated call gives 0.
   */
  public int eraseFiles(String requestId) {
    return SigningHttp.ask(
            "the erasure of documents",
            () ->
                http.delete()
                    .uri("/signing/requests/{id}/files", requestId)
                    .retrieve()
                    .body(ErasedFiles.class))
        .map(ErasedFiles::documents)
        .orElseThrow(() -> missing("the erasure of documents"));
  }

  private record ErasedFiles(int documents) {}

  /**
   * The installation's seal (CAdES-B-T, DER) over bytes that are kept apart; empty when the
   * installation has no certificate in force.
   */
  public Optional<byte[]> seal(byte[] content) {
    return SigningHttp.ask("a seal", () -> sealOver(content));
  }

  private byte @Nullable [] sealOver(byte[] content) {
    try {
      return http.post()
          .uri("/signing/seals")
          .contentType(MediaType.APPLICATION_OCTET_STREAM)
          .body(content)
          .retrieve()
          .body(byte[].class);
    } catch (HttpClientErrorException.Conflict noCertificate) {
      return null;
    }
  }

  /** Sends a DER request of RFC 3161 to the timestamp authority. */
  public byte[] timestamp(byte[] request) {
    return SigningHttp.ask(
            "a timestamp",
            () ->
                http.post()
                    .uri("/pki/tsa")
                    .contentType(TIMESTAMP_QUERY)
                    .body(request)
                    .retrieve()
                    .body(byte[].class))
        .orElseThrow(() -> missing("a timestamp"));
  }

  public List<SignerCertificate> certificates(String userName) {
    return SigningHttp.ask(
            "certificates",
            () ->
                http.get()
                    .uri("/signing/certificates?user={user}", userName)
                    .retrieve()
                    .body(CERTIFICATES))
        .orElse(List.of());
  }
}
