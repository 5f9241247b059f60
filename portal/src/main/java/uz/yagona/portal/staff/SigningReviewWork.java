package uz.yagona.portal.staff;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import uz.yagona.forms.Language;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.submission.FormAction;
import uz.yagona.forms.submission.FormContext;
import uz.yagona.forms.submission.Submission;
import uz.yagona.forms.submission.SubmissionCheck;
import uz.yagona.forms.submission.SubmissionResult;
import uz.yagona.forms.view.FormHtml;
import uz.yagona.forms.view.FormRenderer;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.page.Flash;

/**
 * An official says what is to be done about a document that could not be signed: once more, another
 * person, or back to its author.
 */
@Component
class SigningReviewWork implements TaskWork {
  private static final String OUTCOME = "signingReview";

  private final Completion completion;
  private final PortalClock clock;

  SigningReviewWork(Completion completion, PortalClock clock) {
    this.completion = completion;
    this.clock = clock;
  }

  @Override
  public TaskPanel blank(Work work, Language language) {
    return panel(work, renderer(language).blank());
  }

  @Override
  public Result send(Work work, MultiValueMap<String, String> sent, Language language) {
    var submission = Submission.of(sent);
    if (FormAction.of(sent).isPresent()) {
      return Result.again(panel(work, renderer(language).of(submission)), HttpStatus.OK);
    }
    var answer = SubmissionCheck.check(model(), submission, context());
    if (!answer.isAccepted()) {
      var html = renderer(language).of(submission, answer.problems());
      return Result.again(panel(work, html), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var outcome = String.valueOf(answer.outcome());
    var isDone =
        completion.decision(
            work.task(), work.requestId(), work.user(), outcome, variables(answer, outcome));
    return isDone
        ? Result.done(Flash.ok("tasks.flash.signing-review." + outcome), "/tasks")
        : Result.done(Flash.warn("tasks.flash.stale"), "/tasks");
  }

  /** The variables of processes/document-signing/README.md, and nothing else. */
  private static Map<String, Object> variables(SubmissionResult answer, String outcome) {
    var variables = new LinkedHashMap<String, Object>();
    variables.put(OUTCOME, outcome);
    for (var name : new String[] {"otherSigner", SignForm.RETURN_REASON}) {
      var value = answer.values().get(name);
      if (value != null) {
        variables.put(name, value);
      }
    }
    return variables;
  }

  private static TaskPanel panel(Work work, FormHtml html) {
    return new TaskPanel("review", html, Draft.of(work.variables()), null, false);
  }

  private FormRenderer renderer(Language language) {
    return new FormRenderer(model(), context(), language);
  }

  private FormContext context() {
    return FormContext.on(clock.today());
  }

  private static FormModel model() {
    return BundledForms.get(StaffTask.REVIEW_SIGNING);
  }
}
