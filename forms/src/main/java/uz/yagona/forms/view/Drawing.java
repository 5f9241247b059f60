package uz.yagona.forms.view;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Language;
import uz.yagona.forms.LocalText;
import uz.yagona.forms.Messages;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.submission.FormState;
import uz.yagona.forms.submission.Problem;

/**
 * One field being drawn: its names on the page and the parts that every kind of field has.
 *
 * @param problems of the whole form, by path
 * @param read names whose change redraws the page
 */
record Drawing(
    Field field,
    FormState state,
    Language language,
    Map<String, List<Problem>> problems,
    Set<String> read) {
  Drawing of(Field other, FormState row) {
    return new Drawing(other, row, language, problems, read);
  }

  String path() {
    return state.path(field);
  }

  String id() {
    return id(path());
  }

  /** The element's id for a path; letters, digits and hyphens only. */
  static String id(String path) {
    return "f-" + path.replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("-$", "");
  }

  String say(LocalText text) {
    return text.in(language);
  }

  String say(String key) {
    return Messages.text(key, language);
  }

  String say(String key, Map<String, Object> args) {
    return Messages.text(key, language, args);
  }

  String first() {
    List<String> raw = state.raw(field);
    return raw.isEmpty() ? "" : raw.get(0);
  }

  List<Problem> ownProblems() {
    return problems.getOrDefault(path(), List.of());
  }

  boolean isWrong() {
    return !ownProblems().isEmpty();
  }

  boolean isRequired() {
    return state.isRequired(field);
  }

  /** The group around a field, red when something is wrong with it. */
  Element group() {
    return Element.of("div", "govuk-form-group")
        .mark("govuk-form-group--error", isWrong())
        .flag("data-rerender", read.contains(field.id()));
  }

  Element label(String cssClass) {
    return named(Element.of("label", cssClass).with("for", id()));
  }

  Element legend() {
    return named(Element.of("legend", "govuk-fieldset__legend govuk-fieldset__legend--s"));
  }

  private Element named(Element label) {
    label.text(say(field.texts().label()));
    if (!isRequired()) {
      return label;
    }
    return label
        .add(Element.of("span", "yg-required").with("aria-hidden", "true").text(" *"))
        .add(
            label.isTag("legend")
                ? Element.of("span", "govuk-visually-hidden").text(" (" + say("ui.required") + ")")
                : null);
  }

  @Nullable Element hint() {
    return field.texts().hint().isEmpty()
        ? null
        : Element.of("div", "govuk-hint")
            .with("id", id() + "-hint")
            .text(say(field.texts().hint()));
  }

  /** All messages of the field in one paragraph, each in its own line. */
  @Nullable Element error() {
    if (!isWrong()) {
      return null;
    }
    var error = Element.of("p", "govuk-error-message").with("id", id() + "-error");
    error.add(Element.of("span", "govuk-visually-hidden").text(say("ui.error") + " "));
    for (int i = 0; i < ownProblems().size(); i++) {
      error.add(i == 0 ? null : Element.of("br")).text(ownProblems().get(i).message(language));
    }
    return error;
  }

  /** Ids for {@code aria-describedby}, or {@code null} when there is nothing to point to. */
  @Nullable String describedBy() {
    String ids =
        Stream.of(
                field.texts().hint().isEmpty() ? "" : id() + "-hint",
                isWrong() ? id() + "-error" : "")
            .filter(id -> !id.isEmpty())
            .collect(Collectors.joining(" "));
    return ids.isEmpty() ? null : ids;
  }

  Element fieldset() {
    return Element.of("fieldset", "govuk-fieldset")
        .with("aria-describedby", describedBy())
        .add(legend());
  }

  /** What every control has; {@code kind} is its govuk class. */
  Element control(String tag, String kind) {
    return Element.of(tag, kind)
        .mark(kind + "--error", isWrong())
        .with("id", id())
        .with("name", path())
        .with("aria-describedby", describedBy())
        .with("aria-invalid", isWrong() ? "true" : null)
        .with("aria-required", isRequired() ? "true" : null);
  }
}
