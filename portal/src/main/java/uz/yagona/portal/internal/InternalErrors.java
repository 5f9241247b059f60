package uz.yagona.portal.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import uz.yagona.portal.erasure.ErasureException;
import uz.yagona.portal.law.CalendarMissingException;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.request.RequestNotFoundException;
import uz.yagona.portal.request.RequestStateException;

/** Errors of the internal API as {@code application/problem+json}. */
@RestControllerAdvice(basePackageClasses = InternalErrors.class)
class InternalErrors {

  @ExceptionHandler({
    RequestNotFoundException.class,
    UnknownStaffException.class,
    NotFoundException.class
  })
  ProblemDetail notFound(RuntimeException failure) {
    return problem(HttpStatus.NOT_FOUND, failure.getMessage());
  }

  @ExceptionHandler({
    RequestStateException.class,
    CalendarMissingException.class,
    DecisionMissingException.class,
    ErasureException.class
  })
  ProblemDetail conflict(RuntimeException failure) {
    return problem(HttpStatus.CONFLICT, failure.getMessage());
  }

  @ExceptionHandler(AccessDeniedException.class)
  ProblemDetail forbidden(AccessDeniedException failure) {
    return problem(HttpStatus.FORBIDDEN, failure.getMessage());
  }

  @ExceptionHandler(IllegalArgumentException.class)
  ProblemDetail unprocessable(IllegalArgumentException failure) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, failure.getMessage());
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  ProblemDetail unreadable(HttpMessageNotReadableException failure) {
    return problem(
        HttpStatus.UNPROCESSABLE_CONTENT, "Expected a JSON body as documented, but found another");
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ProblemDetail mismatch(MethodArgumentTypeMismatchException failure) {
    var isRequestId = failure.getName().equals("requestId");
    return problem(
        isRequestId ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_CONTENT,
        "Expected '%s' in its documented form, but found another".formatted(failure.getName()));
  }

  private static ProblemDetail problem(HttpStatus status, @Nullable String detail) {
    return ProblemDetail.forStatusAndDetail(status, detail == null ? status.name() : detail);
  }
}
