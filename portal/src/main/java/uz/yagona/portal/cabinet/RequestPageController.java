package uz.yagona.portal.cabinet;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import uz.yagona.forms.Language;
import uz.yagona.forms.view.AnswersRenderer;
import uz.yagona.forms.view.FileLink;
import uz.yagona.portal.attachment.Attachment;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.request.Timeline;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.vault.Purpose;

/** One request as its applicant sees it; somebody else's is not found. */
@Controller
@RequestMapping("/requests/{requestId}")
class RequestPageController {
  private static final String SECONDS_TO_REFRESH = "5";

  private final Requests requests;
  private final MyRequests mine;
  private final Timeline timeline;

  RequestPageController(Requests requests, MyRequests mine, Timeline timeline) {
    this.requests = requests;
    this.mine = mine;
    this.timeline = timeline;
  }

  /** State, deadline and timeline; opens no personal value. */
  @GetMapping
  String show(@PathVariable UUID requestId, PortalUser user, Model model) {
    var request = requests.getOwn(requestId, user);
    model.addAttribute("request", request);
    model.addAttribute("question", mine.question(request).orElse(null));
    model.addAttribute(
        "timeline",
        timeline.of(requestId).stream().filter(entry -> !entry.kind().isStaffOnly()).toList());
    return "portal/cabinet/request";
  }

  /** The receipt; comes again by itself until the number is there, also without JavaScript. */
  @GetMapping("/receipt")
  String receipt(
      @PathVariable UUID requestId, PortalUser user, HttpServletResponse response, Model model) {
    var request = requests.getOwn(requestId, user);
    var isComplete = request.number() != null && request.deadline() != null;
    if (!isComplete) {
      response.setHeader("Refresh", SECONDS_TO_REFRESH);
    }
    model.addAttribute("request", request);
    model.addAttribute("complete", isComplete);
    return "portal/cabinet/receipt";
  }

  /** What the applicant has sent. */
  @GetMapping("/answers")
  String answers(@PathVariable UUID requestId, PortalUser user, Language language, Model model) {
    var request = requests.getOwn(requestId, user);
    var opened = requests.open(requestId, user, Purpose.OWN_ACCESS);
    model.addAttribute("request", request);
    model.addAttribute(
        "answers",
        new AnswersRenderer(opened.form(), language)
            .unmasked()
            .headings(2)
            .html(opened.valuesById(), links(requestId, opened.attachments())));
    return "portal/cabinet/answers";
  }

  static Map<String, List<FileLink>> links(UUID requestId, List<Attachment> attachments) {
    var links = new LinkedHashMap<String, List<FileLink>>();
    for (var file : attachments) {
      var href = "/requests/%s/attachments/%s".formatted(requestId, file.attachmentId());
      links
          .computeIfAbsent(file.fieldId(), field -> new ArrayList<>())
          .add(new FileLink(file.name(), file.size(), href));
    }
    return links;
  }
}
