package uz.yagona.portal.breakglass;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.user.PortalUser;

/** Officials open a case in an emergency; auditors review it. */
@Controller
@RequestMapping("/break-glass")
class BreakGlassController {
  private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}/. №+-]{0,40}");
  private static final String PAGE = "redirect:/break-glass";
  private static final String QUEUE = "redirect:/break-glass/reviews";

  private final BreakGlass access;
  private final Requests requests;

  BreakGlassController(BreakGlass access, Requests requests) {
    this.access = access;
    this.requests = requests;
  }

  @GetMapping
  String ask(@RequestParam(defaultValue = "") String number, Model model) {
    model.addAttribute("number", number);
    model.addAttribute("reasons", EmergencyReason.values());
    return "portal/break-glass/ask";
  }

  @PostMapping
  String open(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String reference,
      PortalUser reader,
      RedirectAttributes redirect) {
    var why = reason(reason);
    var request = requests.findByNumber(number.strip());
    if (why.isEmpty() || request.isEmpty() || !REFERENCE.matcher(reference.strip()).matches()) {
      redirect.addFlashAttribute(
          "flash",
          Flash.danger(
              request.isEmpty() ? "break-glass.problem.number" : "break-glass.problem.reason"));
      return PAGE;
    }
    var opened = access.open(request.get(), why.get(), reference.strip(), reader);
    if (opened.isEmpty()) {
      redirect.addFlashAttribute("flash", Flash.danger("break-glass.problem.many"));
      return PAGE;
    }
    redirect.addFlashAttribute("flash", Flash.warn("break-glass.opened"));
    return "redirect:/cases/" + request.get().requestId();
  }

  @GetMapping("/reviews")
  String queue(Model model) {
    var waiting = access.toReview();
    var done = access.reviewed();
    model.addAttribute("waiting", waiting);
    model.addAttribute("done", done);
    var ids =
        Stream.concat(waiting.stream(), done.stream())
            .map(Emergency::requestId)
            .distinct()
            .toList();
    model.addAttribute("requests", requests.findAll(ids));
    return "portal/break-glass/reviews";
  }

  @PostMapping("/reviews/{grantId}")
  String review(
      @PathVariable UUID grantId,
      @RequestParam(defaultValue = "") String verdict,
      PortalUser auditor,
      RedirectAttributes redirect) {
    var isFirst = access.review(grantId, verdict.equals("JUSTIFIED"), auditor);
    redirect.addFlashAttribute(
        "flash",
        isFirst ? Flash.ok("break-glass.reviewed") : Flash.warn("break-glass.reviewed-before"));
    return QUEUE;
  }

  private static Optional<EmergencyReason> reason(String name) {
    return Arrays.stream(EmergencyReason.values())
        .filter(reason -> reason.name().equals(name))
        .findFirst();
  }
}
