package uz.yagona.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;

/** Journals what was refused and answers 403; the error page says it in words. */
record Refusals(Journal journal) implements AccessDeniedHandler {
  private static final int LONGEST_PATH = 200;

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
      throws IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    var path = request.getRequestURI();
    journal.write(
        authentication == null ? "anonymous" : authentication.getName(),
        Action.REFUSED,
        "path:" + path.substring(0, Math.min(path.length(), LONGEST_PATH)),
        Map.of(
            "method",
            request.getMethod(),
            "why",
            refusal instanceof CsrfException ? "CSRF" : "RIGHTS"));
    if (!response.isCommitted()) {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }
}
