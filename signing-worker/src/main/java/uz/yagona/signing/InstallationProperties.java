package uz.yagona.signing;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What all parts of one installation share.
 *
 * @param baseUrl public address of the installation, without a slash at the end; printed in
 *     documents and certificates; {@code http://localhost:8080} by default
 * @param dataDirectory files that survive a restart; {@code data} by default
 * @param serviceToken bearer token of calls between the parts; must be set
 * @param portal where the portal is
 */
@ConfigurationProperties("yagona")
public record InstallationProperties(
    @DefaultValue("http://localhost:8080") URI baseUrl,
    @DefaultValue("data") Path dataDirectory,
    @Nullable String serviceToken,
    @DefaultValue Portal portal) {

  /** Checks what would otherwise show as a refused call much later. */
  public InstallationProperties {
    if (serviceToken == null || serviceToken.isBlank()) {
      throw new IllegalArgumentException(
          "Expected yagona.service-token to be set, but it is missing");
    }
    if (baseUrl.toString().endsWith("/")) {
      baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
    }
  }

  /**
   * The portal as the other parts reach it.
   *
   * @param url base address; {@code http://localhost:8080} by default
   */
  public record Portal(@DefaultValue("http://localhost:8080") URI url) {}

  /** The token that callers must show and that own calls carry. */
  public String token() {
    if (serviceToken == null) {
      throw new IllegalStateException("Expected yagona.service-token, but it is missing");
    }
    return serviceToken;
  }

  /** Public base address of the pilot PKI, as written into certificates. */
  public URI pkiAddress() {
    return URI.create(baseUrl + "/pki");
  }

  /** Keeps the token out of log lines. */
  @Override
  public String toString() {
    return "InstallationProperties[baseUrl=%s, dataDirectory=%s, portal=%s]"
        .formatted(baseUrl, dataDirectory, portal);
  }
}
