package uz.yagona.portal.page;

import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uz.yagona.forms.Language;
import uz.yagona.portal.text.Texts;

/** Pages of plain text: help, accessibility, privacy, about. */
@Controller
class InfoController {
  private final Texts texts;

  InfoController(Texts texts) {
    this.texts = texts;
  }

  @GetMapping("/help")
  String help(Model model) {
    return article("help", model);
  }

  @GetMapping("/accessibility")
  String accessibility(Model model) {
    return article("accessibility", model);
  }

  @GetMapping("/privacy")
  String privacy(Model model) {
    return article("privacy", model);
  }

  /** Policy and practice of the pilot PKI; certificates point here. */
  @GetMapping("/certificate-policy")
  String certificatePolicy(Model model) {
    return article("certificates", model);
  }

  @GetMapping("/about")
  String about(Model model) {
    return article("about", model);
  }

  private String article(String kind, Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute(
        "sections",
        IntStream.iterate(1, number -> number + 1)
            .mapToObj(number -> "info." + kind + "." + number)
            .takeWhile(section -> texts.find(section + ".title", Language.DEFAULT).isPresent())
            .toList());
    return "portal/info";
  }
}
