package uz.yagona.portal.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.forms.Language;
import uz.yagona.forms.view.AnswersRenderer;
import uz.yagona.forms.view.FileLink;
import uz.yagona.portal.attachment.Attachments;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.user.PortalUser;

/** The page before sending: every answer once more, the consent, and the button that files. */
@Controller
@RequestMapping("/file/{code}")
class ReviewController {
  private final UnfinishedForms unfinished;
  private final FormWork work;
  private final Contexts contexts;
  private final Attachments attachments;
  private final Filing filing;

  ReviewController(
      UnfinishedForms unfinished,
      FormWork work,
      Contexts contexts,
      Attachments attachments,
      Filing filing) {
    this.unfinished = unfinished;
    this.work = work;
    this.contexts = contexts;
    this.attachments = attachments;
    this.filing = filing;
  }

  @GetMapping("/review")
  String review(@PathVariable String code, PortalUser user, Language language, Model model) {
    var service = FilingController.service(code);
    var draft = unfinished.find(user, code);
    if (draft.isEmpty()) {
      return "redirect:/file/" + service.code();
    }
    var checked = work.checked(draft.get(), service.form(), contexts.of(user));
    if (checked.isEmpty()) {
      return "redirect:/file/" + service.code();
    }
    var answers = new AnswersRenderer(service.form(), language).unmasked().headings(2);
    model.addAttribute("code", service.code());
    model.addAttribute("title", service.form().title().in(language));
    model.addAttribute(
        "answers", answers.html(checked.get().values(), links(service, draft.get())));
    return "portal/filing/review";
  }

  private Map<String, List<FileLink>> links(FiledService service, UnfinishedForm draft) {
    var links = new LinkedHashMap<String, List<FileLink>>();
    for (var file : attachments.ofDraft(draft.draftId())) {
      var href = "/file/%s/attachments/%s".formatted(service.code(), file.attachmentId());
      links
          .computeIfAbsent(file.fieldId(), field -> new ArrayList<>())
          .add(new FileLink(file.name(), file.size(), href));
    }
    return links;
  }

  @PostMapping("/submission")
  String send(
      @PathVariable String code, PortalUser user, Language language, RedirectAttributes redirect) {
    var service = FilingController.service(code);
    var draft = unfinished.find(user, code);
    if (draft.isEmpty()) {
      redirect.addFlashAttribute("flash", Flash.warn("filing.nothing"));
      return "redirect:/requests";
    }
    var checked = work.checked(draft.get(), service.form(), contexts.of(user));
    if (checked.isEmpty()) {
      redirect.addFlashAttribute("flash", Flash.danger("filing.changed"));
      return "redirect:/file/" + service.code();
    }
    return filing
        .file(service, draft.get(), checked.get(), user, language)
        .map(requestId -> "redirect:/requests/" + requestId + "/receipt")
        .orElse("redirect:/requests");
  }
}
