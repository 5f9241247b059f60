package uz.yagona.portal.certificate;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uz.yagona.portal.signing.DeskClient;

/** The chained journal of certificates and keys, for officers of the desk and auditors. */
@Controller
class PkiJournalController {
  private static final int SHOWN = 50;

  private final DeskClient client;

  PkiJournalController(DeskClient client) {
    this.client = client;
  }

  @GetMapping("/desk/journal")
  String show(
      @RequestParam(defaultValue = "") String object,
      @RequestParam(required = false) Long before,
      @RequestParam(required = false) String check,
      Model model) {
    var entries = client.journal(before == null ? Long.MAX_VALUE : before, object.strip(), SHOWN);
    model.addAttribute("object", object.strip());
    model.addAttribute("entries", entries);
    model.addAttribute("older", entries.size() < SHOWN ? null : entries.get(SHOWN - 1).position());
    model.addAttribute("chain", check == null ? null : client.checkJournal());
    return "portal/desk/journal";
  }
}
