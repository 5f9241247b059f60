package uz.yagona.portal.filing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.forms.Language;
import uz.yagona.forms.submission.Submission;
import uz.yagona.forms.view.FormRenderer;
import uz.yagona.portal.attachment.Attachments;
import uz.yagona.portal.attachment.Download;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Purpose;

/** Fills in a form: shown, saved, checked, and on to the review page. */
@Controller
@RequestMapping("/file/{code}")
class FilingController {
  private static final String VIEW = "portal/filing/form";

  private final UnfinishedForms unfinished;
  private final FormWork work;
  private final Contexts contexts;
  private final Attachments attachments;

  FilingController(
      UnfinishedForms unfinished, FormWork work, Contexts contexts, Attachments attachments) {
    this.unfinished = unfinished;
    this.work = work;
    this.contexts = contexts;
    this.attachments = attachments;
  }

  @GetMapping
  String show(@PathVariable String code, PortalUser user, Language language, Model model) {
    var service = service(code);
    var renderer = new FormRenderer(service.form(), contexts.of(user), language);
    var draft = unfinished.find(user, code);
    var html = draft.map(unfinished::read).map(renderer::of).orElseGet(renderer::blank);
    model.addAttribute("html", html);
    model.addAttribute("draftFrom", draft.map(UnfinishedForm::updatedAt).orElse(null));
    return page(service, language, false, model);
  }

  @PostMapping
  String take(
      @PathVariable String code,
      PortalUser user,
      Language language,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var service = service(code);
    var draft = unfinished.begin(user, service.form());
    var context = contexts.of(user);
    var round = work.take(request, draft, service.form(), context);
    if (request.getParameter("_later") != null) {
      redirect.addFlashAttribute("flash", Flash.ok("filing.saved"));
      return "redirect:/requests";
    }
    if (round.isFinished()) {
      return "redirect:/file/" + service.code() + "/review";
    }
    if (!round.problems().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    var renderer = new FormRenderer(service.form(), context, language);
    model.addAttribute("html", renderer.of(round.shown(), round.problems()));
    return page(service, language, !round.problems().isEmpty(), model);
  }

  private static String page(
      FiledService service, Language language, boolean hasProblems, Model model) {
    model.addAttribute("code", service.code());
    model.addAttribute("title", service.form().title().in(language));
    model.addAttribute("description", service.form().description().in(language));
    model.addAttribute("hasProblems", hasProblems);
    return VIEW;
  }

  /** Saves what was typed, in the background. */
  @PostMapping("/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void save(@PathVariable String code, PortalUser user, HttpServletRequest request) {
    var form = service(code).form();
    unfinished.save(
        unfinished.begin(user, form), form, Submission.of(SentForm.parameters(request)));
  }

  @GetMapping("/discard")
  String askDiscard(@PathVariable String code, Language language, Model model) {
    var service = service(code);
    model.addAttribute("code", service.code());
    model.addAttribute("title", service.form().title().in(language));
    return "portal/filing/discard";
  }

  @PostMapping("/discard")
  String discard(@PathVariable String code, PortalUser user, RedirectAttributes redirect) {
    unfinished.find(user, service(code).code()).ifPresent(unfinished::delete);
    redirect.addFlashAttribute("flash", Flash.ok("filing.discarded"));
    return "redirect:/requests";
  }

  /** A file of the own draft. */
  @GetMapping("/attachments/{attachmentId}")
  ResponseEntity<byte[]> attachment(
      @PathVariable String code, @PathVariable UUID attachmentId, PortalUser user) {
    var file =
        unfinished
            .find(user, code)
            .flatMap(
                draft ->
                    attachments.ofDraft(draft.draftId()).stream()
                        .filter(kept -> kept.attachmentId().equals(attachmentId))
                        .findFirst())
            .orElseThrow(
                () -> new NotFoundException("Expected a file of the draft, but found none"));
    var bytes =
        attachments.read(file, new Access(user.userName(), Purpose.OWN_ACCESS, "draft:" + code));
    return Download.of(file.name(), file.mediaType(), bytes);
  }

  static FiledService service(String code) {
    return FiledService.find(code)
        .orElseThrow(() -> new NotFoundException("Expected a service, but found no " + code));
  }
}
