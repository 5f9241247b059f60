package uz.yagona.portal.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import uz.yagona.forms.Language;
import uz.yagona.portal.user.PortalUser;

/** The applicant takes along what the portal keeps about them. */
@Controller
class OwnCopyController {
  private final OwnCopy data;

  OwnCopyController(OwnCopy data) {
    this.data = data;
  }

  @GetMapping("/my-data/export")
  String show() {
    return "portal/evidence/own-data";
  }

  /** The pack as a file; errors come as a page as long as no byte was sent. */
  @PostMapping("/my-data/export")
  void give(PortalUser user, Language language, HttpServletResponse response) throws IOException {
    Packer.send(data.prepare(user, language), "my-data.zip", response);
  }
}
