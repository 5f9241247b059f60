package uz.yagona.portal.erasure;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.user.PortalUser;

/** Erasures for data protection officers: list, confirm, refuse. */
@Controller
@RequestMapping("/data-officer/erasures")
class DataOfficerController {
  private static final String LIST = "redirect:/data-officer/erasures";

  private final Erasures erasures;

  DataOfficerController(Erasures erasures) {
    this.erasures = erasures;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("erasures", erasures.newest());
    model.addAttribute("grounds", ErasureGround.values());
    return "portal/erasure/list";
  }

  @PostMapping
  String ask(
      @RequestParam(defaultValue = "") String userName,
      @RequestParam(defaultValue = "") String ground,
      PortalUser officer,
      RedirectAttributes redirect) {
    try {
      var asked = erasures.ask(userName, ground(ground), officer);
      redirect.addFlashAttribute("flash", Flash.ok("erasure.flash.asked"));
      return LIST + "/" + asked.erasureId();
    } catch (ErasureException e) {
      redirect.addFlashAttribute("flash", Flash.danger("erasure.problem." + e.code()));
      return LIST;
    }
  }

  static ErasureGround ground(String name) {
    return Arrays.stream(ErasureGround.values())
        .filter(ground -> ground.name().equals(name))
        .findFirst()
        .orElse(ErasureGround.CONSENT_WITHDRAWN);
  }

  @GetMapping("/{erasureId}")
  String show(@PathVariable UUID erasureId, PortalUser officer, Model model) {
    var erasure = erasures.get(erasureId);
    var isOpen = erasure.state().isOpen();
    model.addAttribute("erasure", erasure);
    model.addAttribute("holds", isOpen ? erasures.holds(erasure.userName()) : List.of());
    model.addAttribute(
        "mayConfirm",
        isOpen
            && !officer.userName().equals(erasure.firstBy())
            && !officer.userName().equals(erasure.askedBy()));
    return "portal/erasure/one";
  }

  @PostMapping("/{erasureId}/confirmation")
  String confirm(@PathVariable UUID erasureId, PortalUser officer, RedirectAttributes redirect) {
    try {
      var state = erasures.confirm(erasureId, officer).state();
      redirect.addFlashAttribute("flash", Flash.ok("erasure.flash." + state));
    } catch (ErasureException e) {
      redirect.addFlashAttribute("flash", Flash.danger("erasure.problem." + e.code()));
    }
    return LIST + "/" + erasureId;
  }

  @PostMapping("/{erasureId}/refusal")
  String refuse(
      @PathVariable UUID erasureId,
      @RequestParam(defaultValue = "HELD") String reason,
      PortalUser officer,
      RedirectAttributes redirect) {
    try {
      var known = reason.equals("NOT_THE_PERSON") ? reason : "HELD";
      erasures.refuse(erasureId, known, officer);
      redirect.addFlashAttribute("flash", Flash.ok("erasure.flash.REFUSED"));
    } catch (ErasureException e) {
      redirect.addFlashAttribute("flash", Flash.danger("erasure.problem." + e.code()));
    }
    return LIST + "/" + erasureId;
  }
}
