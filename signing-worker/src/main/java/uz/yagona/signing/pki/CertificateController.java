package uz.yagona.signing.pki;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Signer certificates, for the portal's pages. */
@RestController
@RequestMapping("/signing/certificates")
class CertificateController {
  private final SignerCredentials credentials;
  private final TrustedTime time;

  CertificateController(SignerCredentials credentials, TrustedTime time) {
    this.credentials = credentials;
    this.time = time;
  }

  /**
   * A certificate as the internal API shows it; {@code state} is VALID, EXPIRED, SUSPENDED or
   * REVOKED.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CertificateResponse(
      String serial,
      String subject,
      OffsetDateTime notBefore,
      OffsetDateTime notAfter,
      String state,
      @Nullable OffsetDateTime revokedAt,
      @Nullable RevocationReason reason) {}

  /** Why and by whom a certificate is revoked. */
  record RevocationRequest(@Nullable String reason, @Nullable String revokedBy) {}

  @GetMapping
  List<CertificateResponse> ofUser(@RequestParam("user") String user) {
    var now = time.now();
    return credentials.states(user).stream().map(state -> response(state, now)).toList();
  }

  @PostMapping("/{serial}/revocation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable("serial") String serial, @RequestBody RevocationRequest request) {
    var revokedBy = request.revokedBy();
    if (revokedBy == null || revokedBy.isBlank()) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT, "Expected 'revokedBy' to be a user, but it is missing");
    }
    try {
      var unused = credentials.revoke(serial, reason(request.reason()), revokedBy);
    } catch (NoSuchElementException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }

  private static RevocationReason reason(@Nullable String name) {
    return Arrays.stream(RevocationReason.values())
        .filter(reason -> reason.name().equals(name))
        .filter(reason -> reason != RevocationReason.CERTIFICATE_HOLD)
        .findFirst()
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "Expected a reason of %s, but got %s"
                        .formatted(Arrays.toString(RevocationReason.values()), name)));
  }

  private static CertificateResponse response(CertificateState certificate, Instant now) {
    var revokedAt = certificate.revokedAt();
    return new CertificateResponse(
        certificate.serial(),
        certificate.subject(),
        certificate.notBefore().atOffset(ZoneOffset.UTC),
        certificate.notAfter().atOffset(ZoneOffset.UTC),
        state(certificate, now),
        revokedAt == null ? null : revokedAt.atOffset(ZoneOffset.UTC),
        certificate.reason());
  }

  private static String state(CertificateState certificate, Instant now) {
    if (certificate.revokedAt() != null) {
      return certificate.reason() == RevocationReason.CERTIFICATE_HOLD ? "SUSPENDED" : "REVOKED";
    }
    return certificate.notAfter().isBefore(now) ? "EXPIRED" : "VALID";
  }
}
