package uz.yagona.portal.staff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.forms.model.Choice;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.submission.FormContext;
import uz.yagona.forms.submission.SubmissionResult;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.naming.Names;
import uz.yagona.portal.user.PortalUser;

/**
 * The form {@code review-request}: what it knows of the case, and which process variables its
 * answers become.
 */
@Component
class ReviewForm {
  static final String ASK = "ASK";
  static final String FORWARD = "FORWARD";

  /** Groups of the decision {@code forward-routing}. */
  private static final List<String> GROUPS =
      List.of(
          "cadastre-reviewers",
          "social-reviewers",
          "appeals-reviewers",
          "compliance-reviewers",
          "legal-reviewers",
          "forward-centre-reviewers");

  private final Names names;
  private final PortalClock clock;

  ReviewForm(Names names, PortalClock clock) {
    this.names = names;
    this.clock = clock;
  }

  FormModel model() {
    return BundledForms.get(StaffTask.REVIEW);
  }

  /** Fields that the applicant may be asked about, and groups that the case may go to. */
  FormContext context(FormModel applicantsForm, StaffTask task) {
    var groups =
        GROUPS.stream()
            .filter(group -> !task.groups().contains(group))
            .map(group -> new Choice(group, names.group(group)))
            .toList();
    return FormContext.on(clock.today())
        .withChoices(Map.of("askable-fields", applicantsForm.inputChoices(), "groups", groups));
  }

  /** The variables of processes/citizen-request/README.md, and nothing else. */
  Map<String, Object> variables(SubmissionResult answer, PortalUser reviewer) {
    var variables = new LinkedHashMap<String, Object>();
    var outcome = String.valueOf(answer.outcome());
    variables.put("outcome", outcome);
    variables.put("reviewer", reviewer.userName());
    switch (outcome) {
      case ASK -> copy(answer.values(), variables, "askedFields");
      case FORWARD -> copy(answer.values(), variables, "forwardGroup", "forwardReason");
      default -> {
        // the texts of a decision stay with the case
      }
    }
    return variables;
  }

  private static void copy(
      Map<String, @Nullable Object> values, Map<String, Object> variables, String... names) {
    for (var name : names) {
      var value = values.get(name);
      if (value != null) {
        variables.put(name, value);
      }
    }
  }
}
