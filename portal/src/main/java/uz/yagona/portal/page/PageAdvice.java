package uz.yagona.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts {@link Page} before every template of the portal. */
@ControllerAdvice("uz.yagona.portal")
class PageAdvice {
  private final Pages pages;

  PageAdvice(Pages pages) {
    this.pages = pages;
  }

  @ModelAttribute("page")
  Page page(HttpServletRequest request) {
    return pages.of(request);
  }
}
