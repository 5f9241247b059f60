package uz.yagona.forms.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Language;
import uz.yagona.forms.LocalText;
import uz.yagona.forms.Messages;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.model.Outcome;
import uz.yagona.forms.submission.FormAction;
import uz.yagona.forms.submission.FormState;
import uz.yagona.forms.submission.Problem;
import uz.yagona.forms.submission.Submission;

/** The ways to finish a form: a button each, or radios with one button to send. */
final class OutcomesHtml {
  private final FormModel form;
  private final FormState state;
  private final Language language;
  private final Map<String, List<Problem>> problems;

  OutcomesHtml(
      FormModel form, FormState state, Language language, Map<String, List<Problem>> problems) {
    this.form = form;
    this.state = state;
    this.language = language;
    this.problems = problems;
  }

  /** The question above the fields that depend on it; {@code null} when outcomes are buttons. */
  @Nullable Element radios() {
    if (!form.outcomesAsRadios()) {
      return null;
    }
    String id = Drawing.id(Submission.OUTCOME);
    List<Problem> own = problems.getOrDefault(Submission.OUTCOME, List.of());
    Element error = null;
    if (!own.isEmpty()) {
      error =
          Element.of("p", "govuk-error-message")
              .with("id", id + "-error")
              .add(Element.of("span", "govuk-visually-hidden").text(say("ui.error") + " "))
              .text(own.get(0).message(language));
    }
    var radios = Element.of("div", "govuk-radios");
    for (int i = 0; i < form.outcomes().size(); i++) {
      radios.add(radio(form.outcomes().get(i), i == 0 ? id : id + "-" + (i + 1)));
    }
    Element fieldset =
        Element.of("fieldset", "govuk-fieldset")
            .with("aria-describedby", error == null ? null : id + "-error")
            .add(legend())
            .add(error)
            .add(radios);
    return Element.of("div", "govuk-form-group")
        .mark("govuk-form-group--error", !own.isEmpty())
        .flag("data-rerender", form.namesRead().contains(form.outcomeVariable()))
        .add(fieldset);
  }

  private Element legend() {
    LocalText question =
        form.outcomeLabel().isEmpty() ? Messages.local("ui.outcome") : form.outcomeLabel();
    return Element.of("legend", "govuk-fieldset__legend govuk-fieldset__legend--m")
        .text(question.in(language))
        .add(Element.of("span", "yg-required").with("aria-hidden", "true").text(" *"))
        .add(Element.of("span", "govuk-visually-hidden").text(" (" + say("ui.required") + ")"));
  }

  private Element radio(Outcome outcome, String id) {
    return Element.of("div", "govuk-radios__item")
        .add(
            Element.of("input", "govuk-radios__input")
                .with("id", id)
                .with("type", "radio")
                .with("name", Submission.OUTCOME)
                .with("value", outcome.id())
                .flag("checked", outcome.id().equals(state.outcome())))
        .add(
            Element.of("label", "govuk-label govuk-radios__label")
                .with("for", id)
                .text(outcome.label().in(language)));
  }

  /** One button, or one for each outcome; the first is the main one. */
  Element buttons() {
    var buttons = Element.of("div", "govuk-button-group");
    if (form.outcomes().isEmpty() || form.outcomesAsRadios()) {
      return buttons.add(button(FormAction.NAME, "send", true).text(say("ui.send")));
    }
    for (int i = 0; i < form.outcomes().size(); i++) {
      Outcome outcome = form.outcomes().get(i);
      buttons.add(
          button(Submission.OUTCOME, outcome.id(), i == 0).text(outcome.label().in(language)));
    }
    return buttons;
  }

  /** Takes the Enter key, which else would press the first button of the page, whatever that is. */
  @Nullable Element defaultButton() {
    if (!form.outcomes().isEmpty() && !form.outcomesAsRadios()) {
      return null;
    }
    return button(FormAction.NAME, "send", true)
        .mark("govuk-visually-hidden", true)
        .with("tabindex", "-1")
        .with("aria-hidden", "true")
        .text(say("ui.send"));
  }

  /** Shows the fields that the answers call for; with JavaScript that happens by itself. */
  @Nullable Element rerenderButton() {
    return form.isDynamic()
        ? button(FormAction.NAME, "rerender", false)
            .flag("formnovalidate", true)
            .flag("data-rerender-button", true)
            .text(say("ui.rerender"))
        : null;
  }

  private static Element button(String name, String value, boolean isMain) {
    return Element.of("button", "govuk-button")
        .mark("govuk-button--secondary", !isMain)
        .with("type", "submit")
        .with("name", name)
        .with("value", value);
  }

  private String say(String key) {
    return Messages.text(key, language);
  }
}
