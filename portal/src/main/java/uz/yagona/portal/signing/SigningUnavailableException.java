package uz.yagona.portal.signing;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The signing worker does not answer, or answers something else than agreed. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class SigningUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the answer that was expected, as "a timestamp"
   */
  public SigningUnavailableException(String what, Throwable cause) {
    super("Expected the signing worker to answer %s, but it did not".formatted(what), cause);
  }
}
