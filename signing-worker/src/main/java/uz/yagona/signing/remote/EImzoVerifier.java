package uz.yagona.signing.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.signing.SigningProperties;
import uz.yagona.signing.pki.TrustedTime;

/**
 * The vendor's checking service of E-IMZO, {@code POST /backend/pkcs7/verify/detached}: O'z DSt
 * 1092 cannot be checked in this process. Its answer counts only when every part of it says yes.
 */
@Component
class EImzoVerifier {
  private static final String PATH = "/backend/pkcs7/verify/detached";
  private static final String PINFL = "1.2.860.3.16.1.2";
  private static final String SIMULATOR = "SIMULATOR";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Duration LARGEST_CLOCK_ERROR = Duration.ofHours(1);
  private static final int OK = 200;

  private final SigningProperties.@Nullable EImzo settings;
  private final ZoneId zone;
  private final TrustedTime time;
  private final HttpClient http;

  EImzoVerifier(SigningProperties properties, TrustedTime time) {
    this.settings = properties.remote().eImzo();
    this.zone = properties.zone();
    this.time = time;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
  }

  /**
   * Who is expected to have signed.
   *
   * @param name as the portal writes it, in Latin script
   * @param pinfl personal number; {@code null} when the portal does not know it: the name decides
   * @param address network address of the person, which the service logs; {@code null} if unknown
   */
  record Signatory(String name, @Nullable String pinfl, @Nullable String address) {}

  /**
   * The settings.
   *
   * @throws RemoteSignatureException when this way of signing is not offered here
   */
  SigningProperties.EImzo settings() {
    if (settings == null) {
      throw new RemoteSignatureException(
          RemoteSignatureException.NOT_OFFERED,
          "Expected yagona.signing.remote.e-imzo.verifier to be set, but it is not");
    }
    return settings;
  }

  /**
   * What the service says of a signature over {@code file}.
   *
   * @throws RemoteSignatureException when it is not valid, of another person, or the service cannot
   *     be asked
   */
  EImzoFinding check(byte[] file, byte[] pkcs7, Signatory signatory) {
    var answer = ask(file, pkcs7, signatory);
    if (answer.path("status").asInt(0) != 1) {
      throw notValid("status 1", "status " + answer.path("status").asInt(0));
    }
    var signers = answer.path("pkcs7Info").path("signers");
    if (signers.size() != 1) {
      throw notValid("one signer", signers.size() + " signers");
    }
    var signer = signers.get(0);
    for (var part :
        new String[] {"verified", "certificateVerified", "certificateValidAtSigningTime"}) {
      if (!signer.path(part).asBoolean(false)) {
        throw notValid(part, "not so");
      }
    }
    if (!signer.path("revokedStatusInfo").isMissingNode()
        && !signer.path("revokedStatusInfo").isNull()) {
      throw new RemoteSignatureException(
          RemoteSignatureException.CERTIFICATE_NOT_VALID,
          "Expected a certificate in force, but it is revoked or on hold");
    }
    var certificate = signer.path("certificate").path(0);
    requirePerson(certificate.path("subjectInfo"), signatory);
    return finding(certificate, claimedAt(signer.path("signingTime").asString("")));
  }

  private EImzoFinding finding(JsonNode certificate, @Nullable Instant claimedAt) {
    var serial = certificate.path("serialNumber").asString("");
    if (serial.isBlank()) {
      throw notValid("a certificate with a serial number", "none");
    }
    var isSimulated =
        (certificate.path("subjectName").asString("") + certificate.path("issuerName").asString(""))
            .toUpperCase(Locale.ROOT)
            .contains(SIMULATOR);
    if (isSimulated && !settings().acceptSimulator()) {
      throw new RemoteSignatureException(
          RemoteSignatureException.CERTIFICATE_NOT_VALID,
          "Expected a certificate of E-IMZO, but it is one of the simulator");
    }
    return new EImzoFinding(
        certificate.path("subjectInfo").path("CN").asString(""),
        serial,
        claimedAt,
        time.now(),
        String.valueOf(settings().verifier().getHost()),
        isSimulated);
  }

  private static void requirePerson(JsonNode subject, Signatory signatory) {
    var pinfl = signatory.pinfl();
    var isSame =
        (pinfl == null || pinfl.isBlank())
            ? SubjectMatch.isSameName(signatory.name(), subject.path("CN").asString(""))
            : pinfl.equals(subject.path(PINFL).asString(""));
    if (!isSame) {
      throw new RemoteSignatureException(
          RemoteSignatureException.OTHER_PERSON,
          "Expected a certificate of the signer, but its subject is another person");
    }
  }

  /** The computer's clock must be about right: without a timestamp nothing else tells the time. */
  private @Nullable Instant claimedAt(String signingTime) {
    if (signingTime.isBlank()) {
      return null;
    }
    try {
      var claimed = LocalDateTime.parse(signingTime, TIME).atZone(zone).toInstant();
      if (Duration.between(claimed, time.now()).abs().compareTo(LARGEST_CLOCK_ERROR) > 0) {
        throw notValid("a signing time of now", signingTime);
      }
      return claimed;
    } catch (DateTimeException e) {
      throw notValid("a signing time", "'%s'".formatted(signingTime));
    }
  }

  private JsonNode ask(byte[] file, byte[] pkcs7, Signatory signatory) {
    var base64 = Base64.getEncoder();
    var body = base64.encodeToString(file) + "|" + base64.encodeToString(pkcs7);
    var request =
        HttpRequest.newBuilder(URI.create(settings().verifier() + PATH))
            .timeout(settings().timeout())
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.US_ASCII));
    if (signatory.address() != null) {
      request.header("X-Real-IP", signatory.address());
    }
    try {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw unreachable("answered " + answer.statusCode(), null);
      }
      return JsonMapper.shared().readTree(answer.body());
    } catch (IOException | JacksonException e) {
      throw unreachable("did not", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable("was not waited for", e);
    }
  }

  private static RemoteSignatureException unreachable(String what, @Nullable Exception cause) {
    var message = "Expected the checking service of E-IMZO to answer, but it " + what;
    return cause == null
        ? new RemoteSignatureException(RemoteSignatureException.UNREACHABLE, message)
        : new RemoteSignatureException(RemoteSignatureException.UNREACHABLE, message, cause);
  }

  private static RemoteSignatureException notValid(String wanted, String found) {
    return new RemoteSignatureException(
        RemoteSignatureException.SIGNATURE_NOT_VALID,
        "Expected the checking service to find %s, but it found %s".formatted(wanted, found));
  }
}
