package uz.yagona.portal.page;

/** The address names nothing, or nothing that this person may know of. */
public final class NotFoundException extends RuntimeException {
  public NotFoundException(String message) {
    super(message);
  }
}
