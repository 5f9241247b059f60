package uz.yagona.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer that is not a success (RFC 9457).
 *
 * @param title a rejection's name such as {@code NOT_FOUND}, else the status in words
 * @param detail what was expected and what was found; nothing of the inside for 5xx
 * @param headers further headers, for example {@code Allow}
 */
public record Problem(HttpStatus status, String title, String detail, Map<String, String> headers) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SECONDS_TO_RETRY = "1";

  public static Problem of(HttpStatus status, String title, String detail) {
    return new Problem(status, title, detail, Map.of());
  }

  public static Problem of(HttpStatus status, String detail) {
    return of(status, status.getReasonPhrase(), detail);
  }

  Problem with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Problem(status, title, detail, more);
  }

  /** Only for calls of which nothing was executed: clients repeat them. */
  static Problem tryAgain(String title, String detail) {
    return of(HttpStatus.SERVICE_UNAVAILABLE, title, detail)
        .with(HttpHeaders.RETRY_AFTER, SECONDS_TO_RETRY);
  }

  /** Writes status, headers and body; does nothing once the answer has begun. */
  public void writeTo(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(status.value());
    headers.forEach(response::setHeader);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    var body = json(request.getRequestURI()).getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.getOutputStream().flush();
  }

  String json(String instance) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "about:blank");
    body.put("title", title);
    body.put("status", status.value());
    body.put("detail", detail);
    body.put("instance", instance);
    return JSON.writeValueAsString(body);
  }
}
