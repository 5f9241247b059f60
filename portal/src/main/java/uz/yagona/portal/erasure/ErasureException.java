package uz.yagona.portal.erasure;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The erasure may not go on as asked; the code says why, and pages have words for it. */
@ResponseStatus(HttpStatus.CONFLICT)
public final class ErasureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands against it. */
  public enum Code {
    /** There is no such applicant. */
    UNKNOWN_PERSON,
    /** One is open for this person. */
    OPEN_ALREADY,
    /** It is done or refused. */
    CLOSED,
    /** Whoever confirmed it first, or asked for another, may not confirm it again. */
    SAME_OFFICER,
    /** Cases are open or must be kept. */
    HELD
  }

  private final Code code;

  ErasureException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
