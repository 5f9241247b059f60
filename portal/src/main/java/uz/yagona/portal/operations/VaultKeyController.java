package uz.yagona.portal.operations;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.vault.KeyRotation;

/** The vault's master keys, and the start of a rotation. */
@Controller
class VaultKeyController {
  private final KeyRotation rotation;

  VaultKeyController(KeyRotation rotation) {
    this.rotation = rotation;
  }

  @GetMapping("/operations/vault-key")
  String show(Model model) {
    model.addAttribute("keys", rotation.keys());
    model.addAttribute("progress", rotation.progress());
    model.addAttribute("isRunning", rotation.isRunning());
    return "portal/operations/vault-key";
  }

  @PostMapping("/operations/vault-key")
  String start(PortalUser operator, RedirectAttributes redirect) {
    redirect.addFlashAttribute(
        "flash",
        rotation.start(operator.userName())
            ? Flash.ok("vault-key.started")
            : Flash.warn("vault-key.runs-already"));
    return "redirect:/operations/vault-key";
  }
}
