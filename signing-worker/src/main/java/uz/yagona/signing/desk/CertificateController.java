package uz.yagona.signing.desk;

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
import uz.yagona.signing.pki.CertificateState;
import uz.yagona.signing.pki.RevocationReason;
import uz.yagona.signing.pki.SignerCredentials;
import uz.yagona.signing.pki.TrustedTime;
import uz.yagona.signing.portal.Officers;

/** Signer certificates, for the portal's pages. */
@RestController
@RequestMapping("/signing/certificates")
class CertificateController {
  private static final int MOST_FOUND = 100;

  private final SignerCredentials credentials;
  private final TrustedTime time;
  private final Officers officers;

  CertificateController(SignerCredentials credentials, TrustedTime time, Officers officers) {
    this.credentials = credentials;
    this.time = time;
    this.officers = officers;
  }

  /**
   * A certificate as the internal API shows it; {@code state} is VALID, EXPIRED, SUSPENDED or
   * REVOKED.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CertificateResponse(
      String serial,
      @Nullable String userName,
      String subject,
      OffsetDateTime notBefore,
      OffsetDateTime notAfter,
      String state,
      @Nullable OffsetDateTime revokedAt,
      @Nullable RevocationReason reason,
      int extensions,
      @Nullable String extensionOf) {}

  /** Why and by whom a certificate is revoked. */
  record RevocationRequest(@Nullable String reason, @Nullable String revokedBy) {}

  @GetMapping
  List<CertificateResponse> ofUser(@RequestParam("user") String user) {
    var now = time.now();
    return credentials.states(user).stream().map(state -> response(state, now)).toList();
  }

  /** At most 100 whose serial number, holder or subject holds the text; the newest without one. */
  @GetMapping("/search")
  List<CertificateResponse> search(@RequestParam(name = "q", defaultValue = "") String text) {
    var now = time.now();
    return credentials.search(text.strip(), MOST_FOUND).stream()
        .map(state -> response(state, now))
        .toList();
  }

  @GetMapping("/{serial}")
  CertificateResponse one(@PathVariable("serial") String serial) {
    return Answers.of(() -> response(credentials.state(serial), time.now()));
  }

  @PostMapping("/{serial}/revocation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable("serial") String serial, @RequestBody RevocationRequest request) {
    var revokedBy = request.revokedBy();
    if (revokedBy == null || revokedBy.isBlank()) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT, "Expected 'revokedBy' to be a user, but it is missing");
    }
    officers.requireRegistrar(revokedBy);
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
        certificate.userName(),
        certificate.subject(),
        certificate.notBefore().atOffset(ZoneOffset.UTC),
        certificate.notAfter().atOffset(ZoneOffset.UTC),
        state(certificate, now),
        revokedAt == null ? null : revokedAt.atOffset(ZoneOffset.UTC),
        certificate.reason(),
        certificate.extensions(),
        certificate.extensionOf());
  }

  private static String state(CertificateState certificate, Instant now) {
    if (certificate.revokedAt() != null) {
      return certificate.reason() == RevocationReason.CERTIFICATE_HOLD ? "SUSPENDED" : "REVOKED";
    }
    return certificate.notAfter().isBefore(now) ? "EXPIRED" : "VALID";
  }
}
