package uz.yagona.portal.staff;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import uz.yagona.forms.Language;
import uz.yagona.forms.submission.FormAction;
import uz.yagona.forms.submission.Submission;
import uz.yagona.forms.submission.SubmissionCheck;
import uz.yagona.forms.view.FormHtml;
import uz.yagona.forms.view.FormRenderer;
import uz.yagona.portal.page.Flash;

/** An official decides on a request: approve, refuse, ask, forward. */
@Component
class ReviewWork implements TaskWork {
  private final ReviewForm form;
  private final Completion completion;

  ReviewWork(ReviewForm form, Completion completion) {
    this.form = form;
    this.completion = completion;
  }

  @Override
  public TaskPanel blank(Work work, Language language) {
    return panel(renderer(work, language).blank());
  }

  @Override
  public Result send(Work work, MultiValueMap<String, String> sent, Language language) {
    var submission = Submission.of(sent);
    var action = FormAction.of(sent);
    if (action.isPresent()) {
      var next = action.get().applyTo(form.model(), submission);
      return Result.again(panel(renderer(work, language).of(next)), HttpStatus.OK);
    }
    var context = form.context(work.file().form(), work.task());
    var answer = SubmissionCheck.check(form.model(), submission, context);
    if (!answer.isAccepted()) {
      var html = renderer(work, language).of(submission, answer.problems());
      return Result.again(panel(html), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var isDone =
        completion.review(
            work.task(),
            work.requestId(),
            work.user(),
            withRegister(Completion.Answer.of(answer), work),
            form.variables(answer, work.user()));
    return isDone
        ? Result.done(
            Flash.ok("tasks.flash.sent." + answer.outcome()), "/cases/" + work.requestId())
        : Result.done(Flash.warn("tasks.flash.stale"), "/tasks");
  }

  /** The certificate prints what the register said when the official decided. */
  private static Completion.Answer withRegister(Completion.Answer answer, Work work) {
    var said = work.variables().get("registerResult");
    return said == null ? answer : answer.with("registerResult", said);
  }

  private FormRenderer renderer(Work work, Language language) {
    return new FormRenderer(form.model(), form.context(work.file().form(), work.task()), language);
  }

  private static TaskPanel panel(FormHtml html) {
    return new TaskPanel("review", html, null, null, false);
  }
}
