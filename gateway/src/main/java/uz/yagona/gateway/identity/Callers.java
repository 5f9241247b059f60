package uz.yagona.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uz.yagona.gateway.access.Caller;

/**
 * Knows the installation's own callers; a comparison takes the same time whatever the name and
 * password are.
 */
final class Callers {
  static final String INTERNAL = "internal";
  static final String API = "api";
  private static final String BASIC = "Basic ";

  private final Map<String, byte[]> digests;
  private final Map<String, Caller> callers;
  private final byte[] nobody = digest("");

  Callers(CallerProperties properties) {
    digests =
        Map.of(
            INTERNAL, digest(properties.internalClient()),
            API, digest(properties.apiClient()));
    callers = Map.of(INTERNAL, Caller.ofInstallation(INTERNAL), API, Caller.ofInstallation(API));
  }

  /** Names that nobody else may have. */
  Set<String> names() {
    return callers.keySet();
  }

  /** One of the installation's own callers. */
  Optional<Caller> find(String name) {
    return Optional.ofNullable(callers.get(name));
  }

  /** Name and password as they were sent. */
  record Credentials(String name, String password) {
    /** Reads the value of an {@code Authorization} header. */
    static Optional<Credentials> ofBasic(String header) {
      if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
        return Optional.empty();
      }
      try {
        var bytes = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
        var text = new String(bytes, StandardCharsets.UTF_8);
        var colon = text.indexOf(':');
        return colon < 0
            ? Optional.empty()
            : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }

  boolean know(Credentials credentials) {
    var expected = digests.getOrDefault(credentials.name(), nobody);
    var isSame = MessageDigest.isEqual(expected, digest(credentials.password()));
    return isSame && digests.containsKey(credentials.name());
  }

  private static byte[] digest(String password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
