package uz.yagona.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import uz.yagona.forms.Language;

/** Any page with {@code ?lang=ru} remembers the language and opens again without the parameter. */
final class LanguageSwitch implements HandlerInterceptor {
  private final LanguageResolver resolver;

  LanguageSwitch(LanguageResolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var tag = request.getParameter(PageAddress.LANGUAGE);
    var chosen = tag == null ? null : Language.find(tag).orElse(null);
    if (chosen == null || !request.getMethod().equals("GET")) {
      return true;
    }
    resolver.setLocale(request, response, chosen.locale());
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, PageAddress.plain(request));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return false;
  }
}
