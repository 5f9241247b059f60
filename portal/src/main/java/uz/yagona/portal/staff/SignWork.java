package uz.yagona.portal.staff;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
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
import uz.yagona.portal.PortalProperties;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.request.Reviews;

/**
 * A head signs the draft shown, or returns it with a reason. The author of the draft may do
 * neither.
 */
@Component
class SignWork implements TaskWork {
  private final Reviews reviews;
  private final Completion completion;
  private final PortalClock clock;
  private final PortalProperties.@Nullable EImzo eImzo;

  SignWork(Reviews reviews, Completion completion, PortalClock clock, PortalProperties properties) {
    this.reviews = reviews;
    this.completion = completion;
    this.clock = clock;
    this.eImzo = properties.portal().eImzo();
  }

  @Override
  public TaskPanel blank(Work work, Language language) {
    return panel(work, renderer(language).blank());
  }

  @Override
  public Result send(Work work, MultiValueMap<String, String> sent, Language language) {
    if (isAuthor(work)) {
      throw new AccessDeniedException(
          "Expected another signer than the author, but %s wrote the draft"
              .formatted(work.user().userName()));
    }
    var submission = Submission.of(sent);
    if (FormAction.of(sent).isPresent()) {
      return Result.again(panel(work, renderer(language).of(submission)), HttpStatus.OK);
    }
    var answer = SubmissionCheck.check(model(), submission, context());
    if (!answer.isAccepted()) {
      var html = renderer(language).of(submission, answer.problems());
      return Result.again(panel(work, html), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return SignForm.SIGN.equals(answer.outcome())
        ? sign(work, sent.getFirst(SignForm.DIGEST), sent.getFirst(SignForm.REMOTE_SIGNATURE))
        : giveBack(work, answer);
  }

  private Result sign(Work work, @Nullable String digestShown, @Nullable String remote) {
    var draft = draft(work);
    if (!draft.digest().equals(digestShown)) {
      return Result.done(Flash.warn("tasks.flash.draft-changed"), "/tasks/" + work.task().key());
    }
    var variables =
        Map.<String, Object>of(
            "signOutcome",
            SignForm.SIGN,
            "signer",
            work.user().userName(),
            "signedDigest",
            draft.digest(),
            // blank forgets the one of a former attempt
            "remoteSignatureId",
            remote == null ? "" : remote);
    return completion.signature(work.task(), work.requestId(), work.user(), variables)
        ? Result.done(Flash.ok("tasks.flash.signed"), "/cases/" + work.requestId())
        : stale();
  }

  private Result giveBack(Work work, SubmissionResult answer) {
    var variables = new LinkedHashMap<String, Object>();
    variables.put("signOutcome", SignForm.RETURN);
    variables.put(
        SignForm.RETURN_REASON, String.valueOf(answer.values().get(SignForm.RETURN_REASON)));
    return completion.review(
            work.task(), work.requestId(), work.user(), Completion.Answer.of(answer), variables)
        ? Result.done(Flash.ok("tasks.flash.returned"), "/cases/" + work.requestId())
        : stale();
  }

  private static Result stale() {
    return Result.done(Flash.warn("tasks.flash.stale"), "/tasks");
  }

  private TaskPanel panel(Work work, FormHtml html) {
    return new TaskPanel("sign", html, draft(work), eImzo, isAuthor(work));
  }

  private static Draft draft(Work work) {
    var draft = Draft.of(work.variables());
    if (draft == null) {
      throw new NotFoundException(
          "Expected a draft in process instance %d, but found none"
              .formatted(work.task().processInstanceKey()));
    }
    return draft;
  }

  private boolean isAuthor(Work work) {
    return reviews
        .author(work.requestId())
        .filter(author -> author.equals(work.user().userName()))
        .isPresent();
  }

  private FormRenderer renderer(Language language) {
    return new FormRenderer(model(), context(), language);
  }

  private FormContext context() {
    return FormContext.on(clock.today());
  }

  private static FormModel model() {
    return BundledForms.get(StaffTask.SIGN);
  }
}
