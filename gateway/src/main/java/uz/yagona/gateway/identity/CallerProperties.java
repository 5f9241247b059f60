package uz.yagona.gateway.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Passwords of the API's callers, made at first start.
 *
 * @param internalClient of {@code internal}, the portal and workers of this installation
 * @param apiClient of {@code api}, everybody else: other workers, scripts, tools
 */
@ConfigurationProperties("yagona.secrets")
public record CallerProperties(String internalClient, String apiClient) {
  private static final int SHORTEST = 16;

  /** Short passwords could be guessed. */
  public CallerProperties {
    check("internal-client", internalClient);
    check("api-client", apiClient);
  }

  private static void check(String name, String password) {
    if (password == null || password.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "Expected yagona.secrets.%s of at least %d characters, but it is %s"
              .formatted(name, SHORTEST, password == null ? "missing" : "shorter"));
    }
  }

  /** The passwords stay out of log lines. */
  @Override
  public String toString() {
    return "CallerProperties[]";
  }
}
