package uz.yagona.portal.signing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import uz.yagona.portal.PortalProperties;

/**
 * The registration desk of the signing worker: applications, operations, certificates, orders on
 * substitution, journal. Methods may throw {@link SigningUnavailableException}; those that change
 * something also {@link SigningRefusedException}.
 */
@Component
public class DeskClient {
  private static final String APPLICATIONS = "/signing/ca/applications";
  private static final String OPERATIONS = "/signing/ca/operations";
  private static final String CERTIFICATES = "/signing/certificates";
  private static final String SUBSTITUTIONS = "/signing/substitutions";

  private final RestClient http;

  DeskClient(PortalProperties properties) {
    this.http = SigningHttp.client(properties);
  }

  /** Applications that somebody must act on, the oldest first; at most 500. */
  public List<CertificateApplication> openApplications() {
    return list(new ParameterizedTypeReference<>() {}, APPLICATIONS);
  }

  /** Applications that are done or refused, the newest first; at most 100. */
  public List<CertificateApplication> closedApplications() {
    return list(new ParameterizedTypeReference<>() {}, APPLICATIONS + "?closed=true");
  }

  /** Applications of a holder, the newest first; at most 100. */
  public List<CertificateApplication> applicationsOf(String userName) {
    return list(new ParameterizedTypeReference<>() {}, APPLICATIONS + "?user={user}", userName);
  }

  public Optional<CertificateApplication> application(UUID applicationId) {
    return get(CertificateApplication.class, APPLICATIONS + "/{id}", applicationId);
  }

  /**
   * Puts a wish into the queue; gives the one that is there already.
   *
   * @param wish {@code kind}, {@code userName}, {@code displayName}, {@code position}, and {@code
   *     serial}, {@code months} or {@code reason} as the kind demands
   */
  public CertificateApplication apply(Map<String, Object> wish) {
    return must(post("an application", CertificateApplication.class, wish, APPLICATIONS));
  }

  public CertificateApplication take(UUID applicationId, String officer) {
    return step(applicationId, "taking", Map.of("officer", officer));
  }

  /**
   * Notes the document that was shown and carries the wish on.
   *
   * @param months of a new certificate; {@code null} for those asked for
   */
  public CertificateApplication check(
      UUID applicationId, String officer, String identityKind, @Nullable Integer months) {
    var body = new HashMap<String, Object>();
    body.put("officer", officer);
    body.put("identityKind", identityKind);
    if (months != null) {
      body.put("months", months);
    }
    return step(applicationId, "check", body);
  }

  public CertificateApplication refuse(UUID applicationId, String officer, String reason) {
    return step(applicationId, "refusal", Map.of("officer", officer, "reason", reason));
  }

  private CertificateApplication step(UUID id, String step, Map<String, Object> body) {
    return must(
        post(step, CertificateApplication.class, body, APPLICATIONS + "/{id}/{step}", id, step));
  }

  /** What waits for a second officer, the oldest first; at most 500. */
  public List<CertificateOperation> operations() {
    return list(new ParameterizedTypeReference<>() {}, OPERATIONS + "?state=REQUESTED");
  }

  /**
   * Asks for the extension of a certificate or the end of its suspension.
   *
   * @param kind {@code EXTEND} or {@code LIFT}
   */
  public CertificateOperation request(String kind, String serial, String officer) {
    var body = Map.<String, Object>of("kind", kind, "serial", serial, "requestedBy", officer);
    return must(post("an operation", CertificateOperation.class, body, OPERATIONS));
  }

  /** Does what was asked for; gives the serial number of the certificate it is about. */
  public String approve(UUID operationId, String officer) {
    var body = Map.<String, Object>of("decidedBy", officer);
    var path = OPERATIONS + "/{id}/approval";
    return must(post("an approval", Approved.class, body, path, operationId)).serial();
  }

  private record Approved(String serial) {}

  public void refuseOperation(UUID operationId, String officer, String reason) {
    post(
        "a refusal",
        Void.class,
        Map.of("decidedBy", officer, "reason", reason),
        OPERATIONS + "/{id}/refusal",
        operationId);
  }

  /** Certificates by serial number, holder or name, the newest first; at most 100. */
  public List<SignerCertificate> search(String text) {
    return list(new ParameterizedTypeReference<>() {}, CERTIFICATES + "/search?q={q}", text);
  }

  public Optional<SignerCertificate> certificate(String serial) {
    return get(SignerCertificate.class, CERTIFICATES + "/{serial}", serial);
  }

  /** Puts a certificate on hold at once. */
  public void suspend(String serial, String by) {
    post(
        "a suspension",
        Void.class,
        Map.of("decidedBy", by),
        "/signing/ca/suspensions/{serial}",
        serial);
  }

  /** Ends a certificate for good; the reason is one of RFC 5280's words, as KEY_COMPROMISE. */
  public void revoke(String serial, String reason, String officer) {
    post(
        "a revocation",
        Void.class,
        Map.of("reason", reason, "revokedBy", officer),
        CERTIFICATES + "/{serial}/revocation",
        serial);
  }

  /**
   * Entries of the PKI's journal before a position, the newest first.
   *
   * @param object serial number or id; empty for all
   */
  public List<PkiEntry> journal(long before, String object, int limit) {
    var type = new ParameterizedTypeReference<List<PkiEntry>>() {};
    var path = "/signing/ca/events?before={before}&limit={limit}";
    return object.isEmpty()
        ? list(type, path, before, limit)
        : list(type, path + "&object={object}", before, limit, object);
  }

  public PkiChain checkJournal() {
    return must(get(PkiChain.class, "/signing/ca/events/check"));
  }

  /** The newest 500 orders on substitution. */
  public List<SubstitutionOrder> substitutions() {
    return list(new ParameterizedTypeReference<>() {}, SUBSTITUTIONS);
  }

  public SubstitutionOrder register(SubstitutionOrder order) {
    var body = new HashMap<String, Object>();
    body.put("principal", order.principal());
    body.put("substitute", order.substitute());
    body.put("orderNumber", order.orderNumber());
    body.put("orderDate", order.orderDate().toString());
    body.put("validFrom", order.validFrom().toString());
    body.put("validTo", order.validTo().toString());
    body.put("templates", order.templates());
    body.put("registeredBy", order.registeredBy());
    return must(post("an order", SubstitutionOrder.class, body, SUBSTITUTIONS));
  }

  public void endSubstitution(UUID substitutionId, String endedBy) {
    post(
        "the end of an order",
        Void.class,
        Map.of("endedBy", endedBy),
        SUBSTITUTIONS + "/{id}/end",
        substitutionId);
  }

  private <T> List<T> list(ParameterizedTypeReference<List<T>> type, String path, Object... args) {
    try {
      var found = http.get().uri(path, args).retrieve().body(type);
      return found == null ? List.of() : found;
    } catch (RestClientException e) {
      throw new SigningUnavailableException(path, e);
    }
  }

  private <T> Optional<T> get(Class<T> type, String path, Object... args) {
    return SigningHttp.ask(path, () -> http.get().uri(path, args).retrieve().body(type));
  }

  private <T> Optional<T> post(
      String what, Class<T> type, Map<String, Object> body, String path, Object... args) {
    try {
      return Optional.ofNullable(
          http.post()
              .uri(path, args)
              .contentType(MediaType.APPLICATION_JSON)
              .body(body)
              .retrieve()
              .body(type));
    } catch (HttpClientErrorException.Unauthorized e) {
      throw new SigningUnavailableException(what, e);
    } catch (HttpClientErrorException e) {
      throw new SigningRefusedException(what, e);
    } catch (RestClientException e) {
      throw new SigningUnavailableException(what, e);
    }
  }

  private static <T> T must(Optional<T> answer) {
    return answer.orElseThrow(
        () -> new SigningUnavailableException("an answer", new IllegalStateException("empty")));
  }
}
