package uz.yagona.portal.filing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.submission.FormAction;
import uz.yagona.forms.submission.FormContext;
import uz.yagona.forms.submission.Problem;
import uz.yagona.forms.submission.Submission;
import uz.yagona.forms.submission.SubmissionCheck;
import uz.yagona.forms.submission.SubmissionResult;

/**
 * One round with a form: what was typed and the good files are kept in the draft whatever happens;
 * then either the page is shown again, with or without problems, or the form may go on.
 */
@Component
public class FormWork {
  private final UnfinishedForms unfinished;

  FormWork(UnfinishedForms unfinished) {
    this.unfinished = unfinished;
  }

  /**
   * @param shown what the page shows, when it is shown again
   * @param problems empty when none were looked for, or none found
   * @param isFinished whether the form was sent for good and passed the check
   */
  public record Round(Submission shown, List<Problem> problems, boolean isFinished) {
    public Round {
      problems = List.copyOf(problems);
    }
  }

  /** Takes a posted form. */
  public Round take(
      HttpServletRequest request, UnfinishedForm draft, FormModel form, FormContext context) {
    var parameters = SentForm.parameters(request);
    var action = FormAction.of(parameters);
    action
        .filter(chosen -> chosen.kind() == FormAction.Kind.DROP)
        .map(chosen -> chosen.target().substring(chosen.target().lastIndexOf(':') + 1))
        .ifPresent(reference -> unfinished.dropFile(draft, reference));
    var sent =
        Submission.of(parameters).withFiles(SentForm.files(request, unfinished.files(draft)));
    var result = SubmissionCheck.check(form, sent, context);
    unfinished.keepFiles(draft, result);
    var applied = action.map(chosen -> chosen.applyTo(form, sent)).orElse(sent);
    unfinished.save(draft, form, applied);
    var shown = applied.withFiles(unfinished.files(draft));
    if (action.isPresent()) {
      return new Round(shown, fileProblems(result.problems()), false);
    }
    return new Round(shown, result.problems(), result.isAccepted());
  }

  /** A refused file is told at once: after this page nothing reminds of it. */
  private static List<Problem> fileProblems(List<Problem> problems) {
    return problems.stream().filter(problem -> problem.code().startsWith("file.")).toList();
  }

  /** What the draft holds, when it passes the check. */
  public Optional<SubmissionResult> checked(
      UnfinishedForm draft, FormModel form, FormContext context) {
    var result = SubmissionCheck.check(form, unfinished.read(draft), context);
    return result.isAccepted() ? Optional.of(result) : Optional.empty();
  }
}
