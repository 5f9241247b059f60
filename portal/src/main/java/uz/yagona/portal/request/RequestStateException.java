package uz.yagona.portal.request;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The request's state does not allow what was asked. */
@ResponseStatus(HttpStatus.CONFLICT)
public final class RequestStateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RequestStateException(String message) {
    super(message);
  }
}
