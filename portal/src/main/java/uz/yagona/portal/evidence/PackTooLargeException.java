package uz.yagona.portal.evidence;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The files of a case exceed what one pack may hold. */
@ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
final class PackTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PackTooLargeException(long most, long found) {
    super("Expected at most %d bytes of files in a pack, but found %d".formatted(most, found));
  }
}
