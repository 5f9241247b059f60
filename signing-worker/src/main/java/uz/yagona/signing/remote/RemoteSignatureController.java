package uz.yagona.signing.remote;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobException;
import uz.yagona.signing.pades.SigningPreview;

/** The two steps of a signature with a key that the person keeps, for the portal. */
@RestController
@RequestMapping("/signing/remote-signatures")
class RemoteSignatureController {
  private static final int LARGEST_VALUE = 256 * 1024;

  private final RemoteSignatures signatures;

  RemoteSignatureController(RemoteSignatures signatures) {
    this.signatures = signatures;
  }

  /** Who wants to sign what, at which task, after having been shown which file. */
  record PrepareRequest(
      @Nullable RemoteMethod method,
      @Nullable UUID documentId,
      @Nullable Long userTaskKey,
      @Nullable String signer,
      @Nullable String principal,
      @Nullable String shownSha256,
      byte @Nullable [] certificate) {}

  /** {@code dataToSign} is Base64: signed attributes (OWN_KEY), or the file's SHA-256 (E_IMZO). */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PreparedResponse(
      UUID remoteSignatureId,
      RemoteMethod method,
      String inputSha256,
      String dataToSign,
      @Nullable String certificateSerial,
      OffsetDateTime expiresAt) {
    static PreparedResponse of(RemoteSignature signature) {
      return new PreparedResponse(
          signature.remoteSignatureId(),
          signature.method(),
          signature.inputSha256(),
          Base64.getEncoder().encodeToString(signature.dataToSign()),
          signature.certificateSerial(),
          signature.expiresAt().atOffset(ZoneOffset.UTC));
    }
  }

  /** What the person's device made; {@code pinfl} and {@code address} are not kept. */
  record ValueRequest(
      @Nullable String signer,
      byte @Nullable [] value,
      @Nullable String pinfl,
      @Nullable String address) {

    /** Personal values stay out of log lines. */
    @Override
    public String toString() {
      return "ValueRequest[signer=%s]".formatted(signer);
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PreparedResponse prepare(@RequestBody PrepareRequest request) {
    var claim =
        new SigningPreview.Claim(
            given("userTaskKey", request.userTaskKey()),
            given("signer", request.signer()),
            request.principal(),
            given("shownSha256", request.shownSha256()));
    var order =
        new RemoteSignatures.Order(
            given("method", request.method()),
            given("documentId", request.documentId()),
            claim,
            request.certificate());
    return PreparedResponse.of(signatures.prepare(order));
  }

  /** Which certificate signed, and how. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record GivenResponse(
      UUID remoteSignatureId, RemoteMethod method, @Nullable String certificateSerial) {}

  @PutMapping("/{id}/value")
  GivenResponse give(@PathVariable("id") UUID id, @RequestBody ValueRequest request) {
    var value = given("value", request.value());
    if (value.length > LARGEST_VALUE) {
      throw new IllegalArgumentException(
          "Expected 'value' of at most %d bytes, but it has %d"
              .formatted(LARGEST_VALUE, value.length));
    }
    var given =
        signatures.give(
            id,
            new RemoteSignatures.Given(
                given("signer", request.signer()), value, request.pinfl(), request.address()));
    return new GivenResponse(id, given.method(), given.certificateSerial());
  }

  private static <T> T given(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(
          "Expected '%s' to be given, but it is missing".formatted(name));
    }
    return value;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(RemoteSignatureException e) {
    var isOutage = e.code().equals(RemoteSignatureException.UNREACHABLE);
    var status = isOutage ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT;
    return problem(status, e.code(), e);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(BpmnErrorException e) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, e.code(), e);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(JobException e) {
    var status =
        e.isRetryable() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT;
    return problem(status, "TRY_LATER", e);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unknown(NoSuchElementException e) {
    return problem(HttpStatus.NOT_FOUND, "UNKNOWN", e);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrong(IllegalArgumentException e) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, "REQUEST", e);
  }

  private static ResponseEntity<ProblemDetail> problem(
      HttpStatus status, String code, RuntimeException failure) {
    var problem = ProblemDetail.forStatusAndDetail(status, failure.getMessage());
    problem.setProperty("code", code);
    return ResponseEntity.status(status).body(problem);
  }
}
