package uz.yagona.portal.catalogue;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import uz.yagona.forms.Language;
import uz.yagona.portal.page.NotFoundException;

/** Home page, list of services, one service. Public. */
@Controller
class CatalogueController {
  private final Catalogue catalogue;

  CatalogueController(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GetMapping("/")
  String home(Language language, Model model) {
    model.addAttribute("services", catalogue.all(language));
    return "portal/home";
  }

  @GetMapping("/services")
  String list(@RequestParam(defaultValue = "") String q, Language language, Model model) {
    var query = q.strip();
    model.addAttribute("query", query);
    model.addAttribute(
        "services", query.isEmpty() ? catalogue.all(language) : catalogue.search(query, language));
    return "portal/catalogue/list";
  }

  @GetMapping("/services/{code}")
  String service(@PathVariable String code, Language language, Model model) {
    var service =
        catalogue
            .find(code, language)
            .orElseThrow(() -> new NotFoundException("Expected a service, but found no " + code));
    model.addAttribute("service", service);
    return "portal/catalogue/service";
  }
}
