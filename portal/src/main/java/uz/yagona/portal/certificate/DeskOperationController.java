package uz.yagona.portal.certificate;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.forms.Language;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.user.PortalUser;

/** The second officer approves or refuses what the first one checked. */
@Controller
@RequestMapping("/desk/operations/{operationId}")
class DeskOperationController {
  private static final String QUEUE = "redirect:/desk";

  private final CertificateDesk desk;
  private final Holders holders;

  DeskOperationController(CertificateDesk desk, Holders holders) {
    this.desk = desk;
    this.holders = holders;
  }

  @GetMapping
  String show(
      @PathVariable UUID operationId,
      PortalUser officer,
      Language language,
      Model model,
      RedirectAttributes redirect) {
    var found = desk.operation(operationId, officer);
    if (found.isEmpty()) {
      redirect.addFlashAttribute("flash", Flash.warn("desk.problem.CLOSED"));
      return QUEUE;
    }
    var operation = found.get();
    model.addAttribute("operation", operation);
    model.addAttribute("holder", holders.find(operation.userName(), language).orElse(null));
    model.addAttribute("isMine", operation.requestedBy().equals(officer.userName()));
    model.addAttribute("isOwn", operation.userName().equals(officer.userName()));
    model.addAttribute("refusals", RefusalReason.values());
    return "portal/desk/operation";
  }

  @PostMapping("/approval")
  String approve(@PathVariable UUID operationId, PortalUser officer, RedirectAttributes redirect) {
    try {
      var serial = desk.approve(operationId, officer);
      redirect.addFlashAttribute("flash", Flash.ok("desk.flash.approved"));
      return "redirect:/desk/certificates/" + serial;
    } catch (DeskException e) {
      redirect.addFlashAttribute("flash", Flash.danger("desk.problem." + e.code()));
      return QUEUE;
    }
  }

  @PostMapping("/refusal")
  String refuse(
      @PathVariable UUID operationId,
      @RequestParam(defaultValue = "") String reason,
      PortalUser officer,
      RedirectAttributes redirect) {
    var known = Codes.find(RefusalReason.values(), reason);
    if (known.isEmpty()) {
      redirect.addFlashAttribute("flash", Flash.danger("desk.wrong.reason"));
      return "redirect:/desk/operations/" + operationId;
    }
    Outcome.tell(
        redirect,
        "desk.flash.REFUSED",
        () -> desk.refuseOperation(operationId, known.get(), officer));
    return QUEUE;
  }
}
