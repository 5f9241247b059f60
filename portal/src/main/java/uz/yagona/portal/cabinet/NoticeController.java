package uz.yagona.portal.cabinet;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import uz.yagona.portal.request.Notices;
import uz.yagona.portal.user.PortalUser;

/** Messages to the applicant. */
@Controller
class NoticeController {
  private final Notices notices;

  NoticeController(Notices notices) {
    this.notices = notices;
  }

  @GetMapping("/notices")
  String list(PortalUser user, Model model) {
    var shown = notices.of(user.userName());
    model.addAttribute("notices", shown);
    model.addAttribute("unread", notices.unread(user.userName()));
    return "portal/cabinet/notices";
  }

  @PostMapping("/notices/read")
  String markRead(PortalUser user) {
    notices.markRead(user.userName());
    return "redirect:/notices";
  }
}
