package uz.yagona.signing.pki;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One of the two certification authorities. */
public enum Authority {
  ROOT,
  ISSUING;

  /** Name in addresses and rows: {@code root}, {@code issuing}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Authority> byId(String id) {
    return Arrays.stream(values()).filter(authority -> authority.id().equals(id)).findFirst();
  }
}
