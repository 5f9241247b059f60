package uz.yagona.signing.document;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uz.yagona.client.JobException;
import uz.yagona.signing.SigningConfiguration;

/** Tells callers what jobs are told: a store that is down is worth another try. */
@RestControllerAdvice(basePackageClasses = SigningConfiguration.class)
class StoreFailureHandler {
  private static final String SECONDS = "10";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(JobException e) {
    var status = e.isRetryable() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.CONFLICT;
    var response = ResponseEntity.status(status);
    if (e.isRetryable()) {
      response.header("Retry-After", SECONDS);
    }
    return response.body(ProblemDetail.forStatusAndDetail(status, e.getMessage()));
  }
}
