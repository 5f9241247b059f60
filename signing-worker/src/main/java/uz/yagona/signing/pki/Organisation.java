package uz.yagona.signing.pki;

import java.util.Optional;

/**
 * The organisation a seal is made for.
 *
 * @param code as in the portal's register of bodies
 */
public record Organisation(String code, String name) {

  private static final String PREFIX = "organisation:";

  /** The organisation with this {@link #userName}; empty when it is the name of a person. */
  static Optional<Organisation> of(String userName, String name) {
    return userName.startsWith(PREFIX)
        ? Optional.of(new Organisation(userName.substring(PREFIX.length()), name))
        : Optional.empty();
  }

  /** The name under which the certificate register knows the holder. */
  public String userName() {
    return PREFIX + code;
  }
}
