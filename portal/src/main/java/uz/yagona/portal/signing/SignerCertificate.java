package uz.yagona.portal.signing;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of a signer.
 *
 * @param userName holder: a user, or {@code organisation:<code>}
 * @param state {@code VALID}, {@code SUSPENDED}, {@code REVOKED} or {@code EXPIRED}
 * @param extensions how often the key was certified anew before
 * @param extensionOf serial number of the certificate that this one extends
 */
public record SignerCertificate(
    String serial,
    @Nullable String userName,
    String subject,
    Instant notBefore,
    Instant notAfter,
    String state,
    @Nullable Instant revokedAt,
    @Nullable String reason,
    int extensions,
    @Nullable String extensionOf) {
  private static final int MOST_EXTENSIONS = 2;
  private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=((?:\\\\.|[^,\\\\])+)");

  /** Whether the key may be certified once more. */
  public boolean isExtendable() {
    return state.equals("VALID") && extensions < MOST_EXTENSIONS;
  }

  /** The name in the subject (RFC 2253); the whole subject when there is none. */
  public String holderName() {
    var name = COMMON_NAME.matcher(subject);
    return name.find() ? name.group(1).replaceAll("\\\\(.)", "$1") : subject;
  }
}
