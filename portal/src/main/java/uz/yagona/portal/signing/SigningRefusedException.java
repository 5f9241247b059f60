package uz.yagona.portal.signing;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The signing worker refused what was asked for: by its policy, by a role, or as a second try. */
@ResponseStatus(HttpStatus.CONFLICT)
public final class SigningRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what that was asked for, as "an approval"
   */
  SigningRefusedException(String what, Throwable cause) {
    super("Expected %s, but the signing worker refused it".formatted(what), cause);
  }
}
