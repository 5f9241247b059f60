package uz.yagona.portal.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uz.yagona.forms.Language;
import uz.yagona.portal.user.PortalUser;

/** Asks what the pack is wanted for, and gives it. */
@Controller
class EvidenceController {
  private static final String VIEW = "portal/evidence/case";
  private static final int UNPROCESSABLE = 422;
  private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}/. №-]{0,40}");

  private final CaseEvidence evidence;

  EvidenceController(CaseEvidence evidence) {
    this.evidence = evidence;
  }

  @GetMapping("/evidence/{requestId}")
  String show(@PathVariable UUID requestId, PortalUser user, Model model) {
    return page(evidence.order(requestId, user), null, "", model);
  }

  /** The pack as a file; errors come as a page as long as no byte was sent. */
  @PostMapping("/evidence/{requestId}")
  @Nullable String give(
      @PathVariable UUID requestId,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String reference,
      PortalUser user,
      Language language,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var order = evidence.order(requestId, user);
    var known = reason(reason);
    var number = reference.strip();
    if (known.isEmpty() || !REFERENCE.matcher(number).matches()) {
      response.setStatus(UNPROCESSABLE);
      return page(order, known.isEmpty() ? "reason" : "reference", number, model);
    }
    var ready = evidence.prepare(order, known.get(), number, language);
    var request = order.request();
    var name = request.number() == null ? request.requestId().toString() : request.number();
    Packer.send(ready, "evidence-" + name + ".zip", response);
    return null;
  }

  private static String page(
      CaseEvidence.Order order, @Nullable String problem, String reference, Model model) {
    model.addAttribute("request", order.request());
    model.addAttribute("withheld", order.withheld());
    model.addAttribute("reasons", EvidenceReason.values());
    model.addAttribute("problem", problem);
    model.addAttribute("reference", reference);
    return VIEW;
  }

  private static Optional<EvidenceReason> reason(String name) {
    return Arrays.stream(EvidenceReason.values())
        .filter(reason -> reason.name().equals(name))
        .findFirst();
  }
}
