package uz.yagona.portal.cabinet;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.request.RequestStateException;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.user.PortalUser;

/** The applicant takes a request back, after being asked once more. */
@Controller
@RequestMapping("/requests/{requestId}/withdrawal")
class WithdrawalController {
  private final Requests requests;
  private final Answering answering;

  WithdrawalController(Requests requests, Answering answering) {
    this.requests = requests;
    this.answering = answering;
  }

  @GetMapping
  String ask(@PathVariable UUID requestId, PortalUser user, Model model) {
    var request = requests.getOwn(requestId, user);
    if (!request.isWithdrawable()) {
      return "redirect:/requests/" + requestId;
    }
    model.addAttribute("request", request);
    return "portal/cabinet/withdrawal";
  }

  @PostMapping
  String withdraw(@PathVariable UUID requestId, PortalUser user, RedirectAttributes redirect) {
    var request = requests.getOwn(requestId, user);
    try {
      answering.withdraw(request.requestId());
      redirect.addFlashAttribute("flash", Flash.ok("cabinet.withdrawal-sent"));
    } catch (RequestStateException e) {
      redirect.addFlashAttribute("flash", Flash.warn("cabinet.closed-already"));
    }
    return "redirect:/requests/" + requestId;
  }
}
