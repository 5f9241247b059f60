package uz.yagona.portal.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.Flash;

/** The journal to be read and verified; nobody can change it. */
@Controller
class JournalController {
  private static final int PAGE_SIZE = 50;

  private final Journal journal;

  JournalController(Journal journal) {
    this.journal = journal;
  }

  @GetMapping("/journal")
  String list(
      @RequestParam(defaultValue = "") String actor,
      @RequestParam(defaultValue = "") String object,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      Model model) {
    var entries = journal.page(before, PAGE_SIZE, orNull(actor), orNull(object));
    model.addAttribute("entries", entries);
    model.addAttribute("actor", actor.strip());
    model.addAttribute("object", object.strip());
    model.addAttribute(
        "older", entries.size() == PAGE_SIZE ? entries.get(entries.size() - 1).seq() : null);
    return "portal/operations/journal";
  }

  @PostMapping("/journal/verification")
  String verify(RedirectAttributes redirect) {
    var found = journal.verify();
    var brokenAt = found.brokenAt();
    redirect.addFlashAttribute(
        "flash",
        brokenAt == null
            ? Flash.ok(
                "operations.journal.intact", String.valueOf(found.entries()), found.rootHash())
            : Flash.danger("operations.journal.broken", String.valueOf(brokenAt)));
    return "redirect:/journal";
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
