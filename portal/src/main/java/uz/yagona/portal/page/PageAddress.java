package uz.yagona.portal.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** The address in the browser's bar, without a change of language. */
final class PageAddress {
  static final String LANGUAGE = "lang";

  private PageAddress() {}

  /** Path of the page; behind an error page, of the page that failed. Always one leading slash. */
  static String path(HttpServletRequest request) {
    var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    var path = failed instanceof String uri ? uri : request.getRequestURI();
    return "/" + path.replaceFirst("^[/\\\\]+", "");
  }

  /** The same page in another language. */
  static String in(String tag, HttpServletRequest request) {
    return address(request).queryParam(LANGUAGE, tag).build(true).toUriString();
  }

  /** The same page after the language was remembered. */
  static String plain(HttpServletRequest request) {
    return address(request).build(true).toUriString();
  }

  private static UriComponentsBuilder address(HttpServletRequest request) {
    var builder = UriComponentsBuilder.fromPath(path(request));
    var query = request.getQueryString();
    if (query != null && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null) {
      builder.query(query.replaceAll("[^\\x21-\\x7e]|[<>\"{}|\\\\^`\\[\\]]", ""));
    }
    return builder.replaceQueryParam(LANGUAGE);
  }
}
