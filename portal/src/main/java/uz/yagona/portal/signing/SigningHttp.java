package uz.yagona.portal.signing;

import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import uz.yagona.portal.PortalProperties;

/** How the signing worker is reached. */
final class SigningHttp {
  private SigningHttp() {}

  static RestClient client(PortalProperties properties) {
    var requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .connectTimeout(properties.signing().timeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build());
    requests.setReadTimeout(properties.signing().timeout());
    return RestClient.builder()
        .baseUrl(properties.signing().url().toString())
        .requestFactory(requests)
        .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + properties.serviceToken())
        .build();
  }

  /**
   * The answer; empty when there is none.
   *
   * @param what is asked for, for the message of a failure
   * @throws SigningUnavailableException when the signing worker does not answer as expected
   */
  static <T> Optional<T> ask(String what, Supplier<@Nullable T> call) {
    try {
      return Optional.ofNullable(call.get());
    } catch (HttpClientErrorException.NotFound e) {
      return Optional.empty();
    } catch (RestClientException e) {
      throw new SigningUnavailableException(what, e);
    }
  }
}
