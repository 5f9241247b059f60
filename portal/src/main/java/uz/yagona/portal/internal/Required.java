package uz.yagona.portal.internal;

import org.jspecify.annotations.Nullable;

/** Checks members of a JSON body. */
final class Required {
  private Required() {}

  /**
   * @throws IllegalArgumentException, answered as 422, when the member is missing
   */
  static <T> T member(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("Expected member '%s', but it is missing".formatted(name));
    }
    return value;
  }
}
