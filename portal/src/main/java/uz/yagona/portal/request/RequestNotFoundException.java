package uz.yagona.portal.request;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No such request, or none that the caller may know of. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class RequestNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RequestNotFoundException(UUID requestId) {
    super("Expected request %s, but there is none".formatted(requestId));
  }
}
