package uz.yagona.gateway.problem;

import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import uz.yagona.engine.api.EngineUnavailableException;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.query.InvalidSearchException;

/** Tells for every failure what the caller is told. */
public final class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final String INVALID_ARGUMENT = "INVALID_ARGUMENT";

  private Problems() {}

  /** The problem behind a failure; a failure that nobody foresaw is logged. */
  public static Problem of(Throwable failure) {
    var cause = unwrap(failure);
    var problem = ofEngine(cause);
    if (problem == null) {
      problem = ofRequest(cause);
    }
    if (problem == null) {
      problem = ofWeb(cause);
    }
    return problem != null ? problem : unforeseen(cause);
  }

  /** The failure inside the wrappers of futures. */
  public static Throwable unwrap(Throwable failure) {
    var cause = failure.getCause();
    return cause != null
            && (failure instanceof CompletionException || failure instanceof ExecutionException)
        ? unwrap(cause)
        : failure;
  }

  private static @Nullable Problem ofEngine(Throwable cause) {
    if (cause instanceof RejectedException rejected) {
      return ofRejection(rejected);
    }
    if (cause instanceof InvalidSearchException) {
      return Problem.of(HttpStatus.BAD_REQUEST, INVALID_ARGUMENT, message(cause));
    }
    if (cause instanceof EngineUnavailableException) {
      log.warn("The outcome of a command is unknown: {}", cause.toString());
      return Problem.of(
          HttpStatus.GATEWAY_TIMEOUT,
          "DEADLINE_EXCEEDED",
          "It is unknown whether the command was executed; look before you repeat it");
    }
    if (cause instanceof TransientDataAccessException
        || cause instanceof DataAccessResourceFailureException) {
      log.warn("The database did not answer: {}", cause.toString());
      return Problem.tryAgain("UNAVAILABLE", "The database does not answer; try again later");
    }
    return null;
  }

  private static Problem ofRejection(RejectedException rejected) {
    var title = rejected.type().name();
    var reason = rejected.reason();
    return switch (rejected.type()) {
      case INVALID_ARGUMENT -> Problem.of(HttpStatus.BAD_REQUEST, title, reason);
      case NOT_FOUND -> Problem.of(HttpStatus.NOT_FOUND, title, reason);
      case INVALID_STATE, ALREADY_EXISTS -> Problem.of(HttpStatus.CONFLICT, title, reason);
      case RESOURCE_EXHAUSTED, UNAVAILABLE -> Problem.tryAgain(title, reason);
    };
  }

  private static @Nullable Problem ofRequest(Throwable cause) {
    if (cause instanceof InvalidRequestException) {
      return Problem.of(HttpStatus.BAD_REQUEST, INVALID_ARGUMENT, message(cause));
    }
    if (cause instanceof NotSupportedException) {
      return Problem.of(HttpStatus.NOT_IMPLEMENTED, message(cause));
    }
    if (cause instanceof ForbiddenException) {
      return Problem.of(HttpStatus.FORBIDDEN, "FORBIDDEN", message(cause));
    }
    if (cause instanceof BodyTooLargeException) {
      return Problem.of(HttpStatus.CONTENT_TOO_LARGE, message(cause));
    }
    if (cause instanceof MaxUploadSizeExceededException) {
      return Problem.of(
          HttpStatus.CONTENT_TOO_LARGE, "Expected smaller files, but the request is too large");
    }
    if (cause instanceof HttpMessageNotReadableException) {
      return unreadable(cause);
    }
    if (cause instanceof MethodArgumentTypeMismatchException mismatch) {
      return badRequest(
          "Expected %s to be a whole number, but got '%s'"
              .formatted(mismatch.getName(), mismatch.getValue()));
    }
    if (cause instanceof MissingServletRequestPartException missing) {
      return badRequest(
          "Expected the part '%s', but it is missing".formatted(missing.getRequestPartName()));
    }
    if (cause instanceof MissingServletRequestParameterException missing) {
      return badRequest(
          "Expected the parameter '%s', but it is missing".formatted(missing.getParameterName()));
    }
    if (cause instanceof MultipartException) {
      return badRequest("Expected a multipart/form-data body, but it cannot be read as one");
    }
    return null;
  }

  private static Problem unreadable(Throwable cause) {
    for (@Nullable Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof BodyTooLargeException) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, message(at));
      }
      if (at instanceof InvalidRequestException) {
        return badRequest(message(at));
      }
    }
    return badRequest("Expected a JSON object as body, but there is none");
  }

  private static @Nullable Problem ofWeb(Throwable cause) {
    if (cause instanceof NoResourceFoundException || cause instanceof NoHandlerFoundException) {
      return Problem.of(
          HttpStatus.NOT_FOUND, "NOT_FOUND", "Expected a path of the API, but there is no such");
    }
    if (cause instanceof HttpRequestMethodNotSupportedException wrong) {
      var supported = wrong.getSupportedMethods();
      var allowed = Set.of(supported == null ? new String[0] : supported);
      var list = allowed.stream().sorted().collect(Collectors.joining(", "));
      return Problem.of(
              HttpStatus.METHOD_NOT_ALLOWED,
              "Expected %s, but got %s".formatted(list, wrong.getMethod()))
          .with(HttpHeaders.ALLOW, list);
    }
    if (cause instanceof HttpMediaTypeNotSupportedException wrong) {
      return Problem.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "Expected %s, but got %s".formatted(expected(wrong), wrong.getContentType()));
    }
    if (cause instanceof AsyncRequestTimeoutException) {
      return Problem.of(
          HttpStatus.GATEWAY_TIMEOUT,
          "DEADLINE_EXCEEDED",
          "Expected an answer in time, but the engine still works on it");
    }
    if (cause instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
      var status = HttpStatus.valueOf(response.getStatusCode().value());
      return Problem.of(status, String.valueOf(response.getBody().getDetail()));
    }
    return null;
  }

  private static String expected(HttpMediaTypeNotSupportedException wrong) {
    return wrong.getSupportedMediaTypes().contains(MediaType.MULTIPART_FORM_DATA)
        ? MediaType.MULTIPART_FORM_DATA_VALUE
        : MediaType.APPLICATION_JSON_VALUE;
  }

  private static Problem unforeseen(Throwable cause) {
    log.error("A call failed", cause);
    var detail =
        cause instanceof DataAccessException
            ? "The search failed; the log says why"
            : "The call failed; the log says why";
    return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", detail);
  }

  private static Problem badRequest(String detail) {
    return Problem.of(HttpStatus.BAD_REQUEST, detail);
  }

  private static String message(Throwable cause) {
    return String.valueOf(cause.getMessage());
  }
}
