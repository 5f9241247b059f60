package uz.yagona.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers every failure under {@code /v2} with a problem; other paths are left to others. */
public final class ProblemResolver implements HandlerExceptionResolver, Ordered {
  private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 10;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (!request.getServletPath().startsWith("/v2/")) {
      return null;
    }
    if (failure instanceof AsyncRequestNotUsableException) {
      return new ModelAndView();
    }
    try {
      Problems.of(failure).writeTo(request, response);
    } catch (IOException e) {
      log.debug("The caller left before the answer: {}", e.toString());
    }
    return new ModelAndView();
  }
}
