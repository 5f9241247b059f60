package uz.yagona.portal.signing;

import java.net.http.HttpClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
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
}
