package uz.yagona.forms.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Language;
import uz.yagona.forms.Messages;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FieldType;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.submission.FormContext;
import uz.yagona.forms.submission.FormState;
import uz.yagona.forms.submission.Problem;
import uz.yagona.forms.submission.Submission;

/** Draws a form in one language with the classes of govuk-frontend. */
public final class FormRenderer {
  private final FormModel form;
  private final FormContext context;
  private final Language language;

  public FormRenderer(FormModel form, FormContext context, Language language) {
    this.form = form;
    this.context = context;
    this.language = language;
  }

  /** The form as it is met first, with what is known already. */
  public FormHtml blank() {
    return of(Submission.prefilled(form, context));
  }

  /**
   * The form with what was typed, nothing checked: a draft, or the page after a {@code FormAction}.
   */
  public FormHtml of(Submission sent) {
    return of(sent, List.of());
  }

  /** The form with what was typed and what is wrong with it. */
  public FormHtml of(Submission sent, List<Problem> problems) {
    FormState state = FormState.of(form, sent, context);
    Map<String, List<Problem>> byPath =
        problems.stream()
            .collect(Collectors.groupingBy(Problem::path, LinkedHashMap::new, Collectors.toList()));
    var fields = new FieldsHtml(sent, language, byPath, form.namesRead());
    var outcomes = new OutcomesHtml(form, state, language, byPath);
    Element region =
        Element.of("div", "yg-form")
            .flag("data-rerender-region", true)
            .add(outcomes.defaultButton())
            .add(requiredNote())
            .add(outcomes.radios())
            .addAll(fields.draw(form.fields(), state))
            .add(outcomes.rerenderButton());
    return new FormHtml(
        ErrorSummary.html(problems, language),
        region.html(),
        outcomes.buttons().html(),
        form.inputs().anyMatch(field -> field.type() == FieldType.UPLOAD));
  }

  private @Nullable Element requiredNote() {
    return form.outcomesAsRadios() || form.inputs().anyMatch(Field::required)
        ? Element.of("p", "govuk-hint").text(Messages.text("ui.requiredNote", language))
        : null;
  }
}
