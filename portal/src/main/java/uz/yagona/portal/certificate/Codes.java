package uz.yagona.portal.certificate;

import java.util.Arrays;
import java.util.Optional;

/** Codes of forms as constants of closed lists. */
final class Codes {
  private Codes() {}

  /** Empty for a name that is not in the list. */
  static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }
}
