package uz.yagona.portal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uz.yagona.portal.json.Json;

/**
 * Settings of the portal.
 *
 * @param baseUrl address under which people reach the portal; printed in QR codes; {@code
 *     http://localhost:8080} by default
 * @param dataDirectory files that survive a restart; the vault's master key is in {@code secrets}
 *     below it; {@code data} by default
 * @param serviceToken secret that workers, signing and portal share; at least 16 characters
 * @param portal settings of the portal alone
 * @param signing where the signing worker answers
 */
@ConfigurationProperties("yagona")
public record PortalProperties(
    @DefaultValue("http://localhost:8080") URI baseUrl,
    @DefaultValue("data") Path dataDirectory,
    String serviceToken,
    @DefaultValue Portal portal,
    @DefaultValue Signing signing) {
  private static final int SHORTEST_TOKEN = 16;

  /** Refuses a missing or guessable service token. */
  public PortalProperties {
    if (serviceToken == null || serviceToken.length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException(
          "Expected yagona.service-token with at least %d characters, but it is %s"
              .formatted(SHORTEST_TOKEN, serviceToken == null ? "missing" : "shorter"));
    }
  }

  /**
   * @param demo makes demonstration users with a known password and lets operators pin the clock;
   *     {@code false} by default
   * @param sessionTimeout how long a signed-in person may be idle; 30 minutes by default
   * @param outboxInterval pause between looks at the outbox; new rows wake the publisher at once; 1
   *     second by default
   * @param messageTimeToLive how long the engine keeps a message that nobody waits for yet, and
   *     knows a repeated one; 7 days by default
   * @param oidc how claims of an identity provider become users
   * @param eImzo signing with E-IMZO; without it the way is not offered
   */
  public record Portal(
      @DefaultValue("false") boolean demo,
      @DefaultValue("30m") Duration sessionTimeout,
      @DefaultValue("1s") Duration outboxInterval,
      @DefaultValue("7d") Duration messageTimeToLive,
      @DefaultValue Oidc oidc,
      @Nullable EImzo eImzo) {}

  /**
   * The E-IMZO program on the computer of a person who signs.
   *
   * @param agent address at which the browser finds it, {@code
   *     wss://127.0.0.1:64443/service/cryptapi} as its maker ships it; pages may connect there and
   *     nowhere else
   * @param apiKeys domains and the keys that the maker gave for them, in turn
   */
  public record EImzo(URI agent, @DefaultValue List<String> apiKeys) {

    /** Refuses an address that is not on the person's own computer. */
    public EImzo {
      if (agent == null || !isLoopback(agent)) {
        throw new IllegalArgumentException(
            "Expected yagona.portal.e-imzo.agent to be a ws or wss address of 127.0.0.1, but it is "
                + agent);
      }
      apiKeys = List.copyOf(apiKeys);
    }

    private static boolean isLoopback(URI address) {
      return ("wss".equals(address.getScheme()) || "ws".equals(address.getScheme()))
          && "127.0.0.1".equals(address.getHost());
    }

    /** The keys as the page's script reads them. */
    public String apiKeysJson() {
      return Json.write((Object) apiKeys);
    }

    /** What the content security policy has to let through. */
    public String source() {
      return "%s://%s".formatted(agent.getScheme(), agent.getAuthority());
    }
  }

  /**
   * @param pinflClaim claim with the 14-digit personal number; {@code pin} by default
   * @param phoneClaim claim with the phone; {@code phone_number} by default
   * @param groupsClaim claim with the list of staff groups and roles; {@code groups} by default
   */
  public record Oidc(
      @DefaultValue("pin") String pinflClaim,
      @DefaultValue("phone_number") String phoneClaim,
      @DefaultValue("groups") String groupsClaim) {}

  /**
   * @param url base address of the signing worker; {@code http://localhost:8080} by default
   * @param timeout how long an answer may take; 20 seconds by default
   */
  public record Signing(
      @DefaultValue("http://localhost:8080") URI url, @DefaultValue("20s") Duration timeout) {}

  /** The token stays out of log lines. */
  @Override
  public String toString() {
    return "PortalProperties[baseUrl=%s, dataDirectory=%s, portal=%s, signing=%s]"
        .formatted(baseUrl, dataDirectory, portal, signing);
  }
}
