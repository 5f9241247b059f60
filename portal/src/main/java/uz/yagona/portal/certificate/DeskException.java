package uz.yagona.portal.certificate;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The desk may not do what was asked; the code says why, and pages have words for it. */
@ResponseStatus(HttpStatus.CONFLICT)
final class DeskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands against it. */
  enum Code {
    /** Nobody decides on the own certificate. */
    HOLDER,
    /** Who checked it does not approve it. */
    SAME_OFFICER,
    /** Another officer works on it, or nobody does. */
    NOT_TAKEN,
    /** It is decided already. */
    CLOSED,
    /** A key may be certified anew twice. */
    EXTENDED_TWICE,
    /** The certificate is not in the state that this needs. */
    STATE,
    /** The signing worker refused it. */
    REFUSED
  }

  private final Code code;

  DeskException(Code code, String message) {
    super(message);
    this.code = code;
  }

  Code code() {
    return code;
  }
}
