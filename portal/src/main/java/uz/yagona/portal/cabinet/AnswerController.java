package uz.yagona.portal.cabinet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.forms.Language;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.submission.FormContext;
import uz.yagona.forms.submission.Problem;
import uz.yagona.forms.submission.Submission;
import uz.yagona.forms.submission.SubmissionCheck;
import uz.yagona.forms.view.AnswersRenderer;
import uz.yagona.forms.view.FormRenderer;
import uz.yagona.portal.filing.Contexts;
import uz.yagona.portal.filing.FormWork;
import uz.yagona.portal.filing.UnfinishedForms;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.request.CaseFile;
import uz.yagona.portal.request.RequestStateException;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.vault.Purpose;

/** The applicant answers a question: exactly the asked fields can be changed. */
@Controller
@RequestMapping("/requests/{requestId}/answer")
class AnswerController {
  private final Requests requests;
  private final MyRequests mine;
  private final UnfinishedForms unfinished;
  private final FormWork work;
  private final Contexts contexts;
  private final Answering answering;

  AnswerController(
      Requests requests,
      MyRequests mine,
      UnfinishedForms unfinished,
      FormWork work,
      Contexts contexts,
      Answering answering) {
    this.requests = requests;
    this.mine = mine;
    this.unfinished = unfinished;
    this.work = work;
    this.contexts = contexts;
    this.answering = answering;
  }

  /** The case, and the part of its form that was asked about. */
  private record Question(CaseFile opened, FormModel asked, FormContext context) {}

  @GetMapping
  String show(
      @PathVariable UUID requestId,
      PortalUser user,
      Language language,
      RedirectAttributes redirect,
      Model model) {
    var question = question(requestId, user);
    if (question.isEmpty()) {
      return tooLate(requestId, redirect);
    }
    var sent =
        unfinished
            .find(user, requestId)
            .map(unfinished::read)
            .orElseGet(
                () ->
                    Submission.ofValues(
                        question.get().asked(), question.get().opened().valuesById()));
    return page(question.get(), sent, List.of(), language, model);
  }

  @PostMapping
  String take(
      @PathVariable UUID requestId,
      PortalUser user,
      Language language,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var found = question(requestId, user);
    if (found.isEmpty()) {
      return tooLate(requestId, redirect);
    }
    var question = found.get();
    var draft = unfinished.begin(user, question.opened().form(), requestId);
    var round = work.take(request, draft, question.asked(), question.context());
    if (!round.isFinished()) {
      if (!round.problems().isEmpty()) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      }
      return page(question, round.shown(), round.problems(), language, model);
    }
    var checked = SubmissionCheck.check(question.asked(), round.shown(), question.context());
    try {
      answering.answer(requestId, draft, checked);
    } catch (RequestStateException e) {
      return tooLate(requestId, redirect);
    }
    redirect.addFlashAttribute("flash", Flash.ok("cabinet.answered"));
    return "redirect:/requests/" + requestId;
  }

  private Optional<Question> question(UUID requestId, PortalUser user) {
    var request = requests.getOwn(requestId, user);
    return mine.question(request)
        .map(
            pause -> {
              var opened = requests.open(requestId, user, Purpose.OWN_ACCESS);
              return new Question(
                  opened,
                  opened.form().only(pause.askedFields()),
                  context(user, opened.valuesById()));
            });
  }

  /** Conditions of the asked fields look at the answers that stay as they are. */
  private FormContext context(PortalUser user, Map<String, @Nullable Object> stored) {
    var context = contexts.of(user);
    var known = new HashMap<String, Object>(context.variables());
    stored.forEach(
        (field, value) -> {
          if (value != null) {
            known.put(field, value);
          }
        });
    return context.withVariables(known);
  }

  private static String page(
      Question question, Submission sent, List<Problem> problems, Language language, Model model) {
    var opened = question.opened();
    var asked = new ArrayList<String>();
    question.asked().allFields().forEach(field -> asked.add(field.id()));
    var others = new LinkedHashMap<>(opened.valuesById());
    asked.forEach(others::remove);
    var renderer = new FormRenderer(question.asked(), question.context(), language);
    var message =
        opened.reviews().stream()
            .filter(review -> review.outcome().equals("ASK"))
            .reduce((first, next) -> next)
            .map(review -> review.text("askMessage"))
            .orElse("");
    model.addAttribute("request", opened.request());
    model.addAttribute("pause", opened.openPause().orElse(null));
    model.addAttribute("message", message);
    model.addAttribute("html", renderer.of(sent, problems));
    model.addAttribute("hasProblems", !problems.isEmpty());
    model.addAttribute(
        "others",
        new AnswersRenderer(opened.form(), language)
            .unmasked()
            .headings(2)
            .html(
                others,
                RequestPageController.links(opened.request().requestId(), opened.attachments())));
    return "portal/cabinet/answer";
  }

  private static String tooLate(UUID requestId, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", Flash.warn("cabinet.no-question"));
    return "redirect:/requests/" + requestId;
  }
}
