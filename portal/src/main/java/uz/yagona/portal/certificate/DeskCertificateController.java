package uz.yagona.portal.certificate;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.signing.DeskClient;
import uz.yagona.portal.user.PortalUser;

/** Officers find certificates, put them on hold, extend and revoke them. */
@Controller
@RequestMapping("/desk/certificates")
class DeskCertificateController {
  private static final String ONE = "redirect:/desk/certificates/";
  private static final int EVENTS = 50;
  private static final int LONGEST_TEXT = 100;

  private final CertificateRegister register;
  private final DeskClient client;

  DeskCertificateController(CertificateRegister register, DeskClient client) {
    this.register = register;
    this.client = client;
  }

  @GetMapping
  String search(@RequestParam(defaultValue = "") String q, PortalUser officer, Model model) {
    var text = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_TEXT));
    model.addAttribute("q", text);
    model.addAttribute("certificates", register.search(text, officer));
    return "portal/desk/certificates";
  }

  @GetMapping("/{serial:[0-9a-f]{1,40}}")
  String show(@PathVariable String serial, PortalUser officer, Model model) {
    model.addAttribute("certificate", register.open(serial, officer));
    model.addAttribute("events", client.journal(Long.MAX_VALUE, serial, EVENTS));
    model.addAttribute("reasons", EndReason.values());
    return "portal/desk/certificate";
  }

  @PostMapping("/{serial:[0-9a-f]{1,40}}/suspension")
  String suspend(@PathVariable String serial, PortalUser officer, RedirectAttributes redirect) {
    Outcome.tell(redirect, "desk.flash.suspended", () -> register.suspend(serial, officer));
    return ONE + serial;
  }

  @PostMapping("/{serial:[0-9a-f]{1,40}}/extension")
  String extend(@PathVariable String serial, PortalUser officer, RedirectAttributes redirect) {
    Outcome.tell(redirect, "desk.flash.CHECKED", () -> register.extend(serial, officer));
    return ONE + serial;
  }

  @PostMapping("/{serial:[0-9a-f]{1,40}}/lifting")
  String lift(@PathVariable String serial, PortalUser officer, RedirectAttributes redirect) {
    Outcome.tell(redirect, "desk.flash.CHECKED", () -> register.lift(serial, officer));
    return ONE + serial;
  }

  @PostMapping("/{serial:[0-9a-f]{1,40}}/revocation")
  String revoke(
      @PathVariable String serial,
      @RequestParam(defaultValue = "") String reason,
      PortalUser officer,
      RedirectAttributes redirect) {
    var known = Codes.find(EndReason.values(), reason);
    if (known.isEmpty()) {
      redirect.addFlashAttribute("flash", Flash.danger("desk.wrong.reason"));
      return ONE + serial;
    }
    Outcome.tell(
        redirect, "desk.flash.revoked", () -> register.revoke(serial, known.get(), officer));
    return ONE + serial;
  }
}
