package uz.yagona.portal.cabinet;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uz.yagona.portal.filing.UnfinishedForms;
import uz.yagona.portal.request.Notices;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.user.PortalUser;

/** "My requests", begun ones included. */
@Controller
class RequestListController {
  private static final int PAGE_SIZE = 20;

  private final Requests requests;
  private final UnfinishedForms unfinished;
  private final Notices notices;

  RequestListController(Requests requests, UnfinishedForms unfinished, Notices notices) {
    this.requests = requests;
    this.unfinished = unfinished;
    this.notices = notices;
  }

  @GetMapping("/requests")
  String list(@RequestParam(defaultValue = "1") int page, PortalUser user, Model model) {
    var total = requests.countOfApplicant(user.userName());
    var last = Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
    var shown = Math.min(Math.max(1, page), last);
    model.addAttribute(
        "requests", requests.ofApplicant(user.userName(), PAGE_SIZE, (shown - 1) * PAGE_SIZE));
    model.addAttribute("drafts", unfinished.of(user));
    model.addAttribute("unread", notices.unread(user.userName()));
    model.addAttribute("pageNumber", shown);
    model.addAttribute("lastPage", last);
    return "portal/cabinet/list";
  }
}
