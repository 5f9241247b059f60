package uz.yagona.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows failures of pages as pages. A failure of ours gets a reference that stands in the log too;
 * calls of programs and missing rights are left to others.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ErrorPages implements HandlerExceptionResolver {
  private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
  private static final int REFERENCE_LENGTH = 8;

  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (failure instanceof AccessDeniedException
        || failure instanceof AuthenticationException
        || !wantsPage(request)) {
      return null;
    }
    return page(request, status(failure), failure);
  }

  /**
   * The page for {@code status}; {@code failure} is logged when the status says that it is our
   * fault.
   */
  ModelAndView page(
      HttpServletRequest request, HttpStatusCode status, @Nullable Throwable failure) {
    var reference = status.is5xxServerError() ? log(request, failure) : "";
    var view = new ModelAndView("portal/error", HttpStatusCode.valueOf(status.value()));
    view.addAllObjects(
        Map.of("page", pages.of(request), "kind", kind(status.value()), "reference", reference));
    return view;
  }

  static boolean wantsPage(HttpServletRequest request) {
    if (ApiPaths.contains(PageAddress.path(request))) {
      return false;
    }
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept == null
        || accept.contains(MediaType.TEXT_HTML_VALUE)
        || accept.contains(MediaType.ALL_VALUE);
  }

  private static HttpStatusCode status(Exception failure) {
    if (failure instanceof NotFoundException
        || failure instanceof MethodArgumentTypeMismatchException) {
      return HttpStatus.NOT_FOUND;
    }
    if (failure instanceof ErrorResponse known) {
      return known.getStatusCode();
    }
    var declared =
        AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
    return declared == null ? HttpStatus.INTERNAL_SERVER_ERROR : declared.code();
  }

  private static String kind(int status) {
    return switch (status) {
      case 403, 404, 413, 503 -> String.valueOf(status);
      case 400, 405, 406, 415, 422 -> "400";
      default -> "500";
    };
  }

  private static String log(HttpServletRequest request, @Nullable Throwable failure) {
    var reference =
        UUID.randomUUID()
            .toString()
            .replace("-", "")
            .substring(0, REFERENCE_LENGTH)
            .toUpperCase(Locale.ROOT);
    log.error(
        "Page {} {} failed, reference {}",
        request.getMethod(),
        PageAddress.path(request),
        reference,
        failure);
    return reference;
  }
}
