package uz.yagona.portal.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container could not place: a page for people, problem details for programs. */
@Controller
@RequestMapping("${server.error.path:/error}")
class ErrorController implements org.springframework.boot.webmvc.error.ErrorController {
  private final ErrorPages pages;

  ErrorController(ErrorPages pages) {
    this.pages = pages;
  }

  @RequestMapping
  Object show(HttpServletRequest request) {
    var status = status(request);
    if (ErrorPages.wantsPage(request)) {
      var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
      return pages.page(request, status, cause instanceof Throwable thrown ? thrown : null);
    }
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatus(status));
  }

  private static HttpStatusCode status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? HttpStatusCode.valueOf(code)
        : HttpStatus.NOT_FOUND;
  }
}
