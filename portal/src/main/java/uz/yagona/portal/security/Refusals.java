package uz.yagona.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.util.unit.DataSize;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;

/** Journals what was refused and answers 403; the error page says it in words. */
record Refusals(Journal journal) implements AccessDeniedHandler {
  /** As {@code spring.servlet.multipart.max-request-size}: ten files of 20 MB and some text. */
  private static final DataSize LARGEST_FORM = DataSize.ofMegabytes(210);

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
      response.sendError(
          isTooLarge(request)
              ? HttpStatus.CONTENT_TOO_LARGE.value()
              : HttpStatus.FORBIDDEN.value());
    }
  }

  /** A form over the limit is not read at all, so its token is missing: that is no forgery. */
  static boolean isTooLarge(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null
        && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
        && request.getContentLengthLong() > LARGEST_FORM.toBytes();
  }
}
