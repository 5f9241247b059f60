package uz.yagona.portal.certificate;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.user.PortalUser;

/** An official's own certificates and what they ask of the desk. */
@Controller
@RequestMapping("/my-certificates")
class MyCertificateController {
  private static final String LIST = "redirect:/my-certificates";
  private static final Map<String, String> KINDS =
      Map.of("extension", "EXTEND", "lifting", "LIFT", "revocation", "REVOKE");

  private final OwnCertificates own;

  MyCertificateController(OwnCertificates own) {
    this.own = own;
  }

  @GetMapping
  String list(PortalUser holder, Model model) {
    model.addAttribute("certificates", own.certificates(holder));
    model.addAttribute("applications", own.applications(holder));
    model.addAttribute("hasPost", holder.post() != null);
    model.addAttribute("reasons", EndReason.values());
    return "portal/desk/mine";
  }

  @PostMapping
  String ask(
      @RequestParam(defaultValue = "") String months,
      PortalUser holder,
      RedirectAttributes redirect) {
    var asked = months.strip().matches("\\d{1,2}") ? Integer.parseInt(months.strip()) : 0;
    if (asked < 1 || asked > OwnCertificates.MOST_MONTHS) {
      redirect.addFlashAttribute("flash", Flash.danger("desk.wrong.months"));
      return LIST;
    }
    Outcome.tell(redirect, "desk.flash.asked", () -> own.ask(asked, holder));
    return LIST;
  }

  @PostMapping("/{serial:[0-9a-f]{1,40}}/suspension")
  String suspend(@PathVariable String serial, PortalUser holder, RedirectAttributes redirect) {
    Outcome.tell(redirect, "desk.flash.suspended", () -> own.suspend(serial, holder));
    return LIST;
  }

  @PostMapping("/{serial:[0-9a-f]{1,40}}/{wish:extension|lifting|revocation}")
  String askFor(
      @PathVariable String serial,
      @PathVariable String wish,
      @RequestParam(defaultValue = "") String reason,
      PortalUser holder,
      RedirectAttributes redirect) {
    var kind = KINDS.get(wish);
    if (kind == null) {
      throw new NotFoundException("Expected one of %s, but found %s".formatted(KINDS, wish));
    }
    var why = Codes.find(EndReason.values(), reason).orElse(null);
    if (kind.equals("REVOKE") && why == null) {
      redirect.addFlashAttribute("flash", Flash.danger("desk.wrong.reason"));
      return LIST;
    }
    Outcome.tell(
        redirect,
        "desk.flash.asked",
        () -> own.ask(kind, serial, kind.equals("REVOKE") ? why : null, holder));
    return LIST;
  }
}
