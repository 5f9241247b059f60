package uz.yagona.portal.signing;

import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.portal.PortalProperties;

/**
 * The two steps of signing with a key that the person keeps. Every method may throw {@link
 * RemoteSigningException} and {@link SigningUnavailableException}.
 */
@Component
public class RemoteSigningClient {
  private final RestClient http;

  RemoteSigningClient(PortalProperties properties) {
    var requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .connectTimeout(properties.signing().timeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build());
    requests.setReadTimeout(properties.signing().timeout());
    this.http =
        RestClient.builder()
            .baseUrl(properties.signing().url() + "/signing/remote-signatures")
            .requestFactory(requests)
            .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + properties.serviceToken())
            .build();
  }

  /**
   * What a person asks to sign.
   *
   * @param method {@code OWN_KEY} or {@code E_IMZO}
   * @param digest of the file that the person was shown
   * @param certificate DER in Base64; {@code null} for E-IMZO
   */
  public record Order(
      String method,
      String documentId,
      long userTaskKey,
      String signer,
      @Nullable String principal,
      String digest,
      @Nullable String certificate) {}

  /**
   * @param dataToSign Base64; for E-IMZO the SHA-256 of the file
   */
  public record Prepared(String remoteSignatureId, String dataToSign) {}

  /**
   * @param certificateSerial of the person
   */
  public record Given(String method, String certificateSerial) {}

  public Prepared prepare(Order order) {
    var body = new HashMap<String, Object>();
    body.put("method", order.method());
    body.put("documentId", order.documentId());
    body.put("userTaskKey", order.userTaskKey());
    body.put("signer", order.signer());
    body.put("shownSha256", order.digest());
    put(body, "principal", order.principal());
    put(body, "certificate", order.certificate());
    return ask(
        "a prepared signature",
        () ->
            http.post()
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(Prepared.class));
  }

  /**
   * Hands over what the person's device made.
   *
   * @param value signature, or PKCS#7, in Base64
   * @param pinfl personal number, when the portal knows it
   * @param address network address of the person
   */
  public Given give(
      String remoteSignatureId,
      String signer,
      String value,
      @Nullable String pinfl,
      String address) {
    var body = new HashMap<String, Object>(Map.of("signer", signer, "value", value));
    put(body, "pinfl", pinfl);
    body.put("address", address);
    return ask(
        "a given signature",
        () ->
            http.put()
                .uri("/{id}/value", remoteSignatureId)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(Given.class));
  }

  private static void put(Map<String, Object> body, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      body.put(name, value);
    }
  }

  private static <T> T ask(String what, Supplier<@Nullable T> call) {
    try {
      var answer = call.get();
      if (answer == null) {
        throw new SigningUnavailableException(what, new IllegalStateException("empty"));
      }
      return answer;
    } catch (RestClientResponseException e) {
      throw refused(what, e);
    } catch (RestClientException e) {
      throw new SigningUnavailableException(what, e);
    }
  }

  private static RuntimeException refused(String what, RestClientResponseException answer) {
    try {
      var code = JsonMapper.shared().readTree(answer.getResponseBodyAsByteArray()).path("code");
      if (code.isString()) {
        return new RemoteSigningException(code.asString());
      }
    } catch (JacksonException e) {
      // not an answer of the signing worker
    }
    return new SigningUnavailableException(what, answer);
  }
}
