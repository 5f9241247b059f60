package uz.yagona.portal.erasure;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.forms.Language;
import uz.yagona.portal.evidence.Packer;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.user.PortalUser;

/**
 * The person asks for erasure and sees what stands against it. The proof has an address of its own,
 * because nobody can sign in with an erased account.
 */
@Controller
class MyErasureController {
  private final Erasures erasures;
  private final ErasureProof proof;

  MyErasureController(Erasures erasures, ErasureProof proof) {
    this.erasures = erasures;
    this.proof = proof;
  }

  @GetMapping("/my-data/erasure")
  String show(PortalUser user, Model model) {
    model.addAttribute("erasure", erasures.latestOf(user).orElse(null));
    model.addAttribute("holds", erasures.holds(user.userName()));
    model.addAttribute("grounds", ErasureGround.values());
    return "portal/erasure/mine";
  }

  @PostMapping("/my-data/erasure")
  String ask(
      @RequestParam(defaultValue = "") String ground,
      PortalUser user,
      RedirectAttributes redirect) {
    try {
      erasures.ask(user.userName(), DataOfficerController.ground(ground), user);
      redirect.addFlashAttribute("flash", Flash.ok("erasure.flash.asked-own"));
    } catch (ErasureException e) {
      redirect.addFlashAttribute("flash", Flash.danger("erasure.problem." + e.code()));
    }
    return "redirect:/my-data/erasure";
  }

  /** For whoever knows the address; names nobody. */
  @GetMapping("/erasure-proof/{erasureId}")
  String proof(@PathVariable UUID erasureId, Model model) {
    model.addAttribute("erasure", erasures.get(erasureId));
    return "portal/erasure/proof";
  }

  @GetMapping("/erasure-proof/{erasureId}/pack")
  void pack(@PathVariable UUID erasureId, Language language, HttpServletResponse response)
      throws IOException {
    var erasure = erasures.get(erasureId);
    if (erasure.state() != ErasureState.DONE) {
      throw new NotFoundException("Expected an erasure that is done, but it is " + erasure.state());
    }
    Packer.send(proof.prepare(erasure, language), "erasure-" + erasureId + ".zip", response);
  }
}
