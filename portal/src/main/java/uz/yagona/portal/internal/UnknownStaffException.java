package uz.yagona.portal.internal;

/** No official of that name. */
final class UnknownStaffException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownStaffException(String userName) {
    super("Expected an official named %s, but there is none".formatted(userName));
  }
}
