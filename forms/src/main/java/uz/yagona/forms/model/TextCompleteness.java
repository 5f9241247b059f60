package uz.yagona.forms.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uz.yagona.forms.Language;
import uz.yagona.forms.LocalText;

/** Finds texts of a form that some language lacks; a form is published only when there are none. */
public final class TextCompleteness {
  private final List<ModelProblem> problems = new ArrayList<>();

  private TextCompleteness() {}

  /** One problem for each incomplete text, in the order of the form. */
  public static List<ModelProblem> check(FormModel model) {
    var check = new TextCompleteness();
    check.text("form", "name", model.title());
    check.optional("form", "description", model.description());
    check.optional("form", "outcomeLabel", model.outcomeLabel());
    model
        .outcomes()
        .forEach(outcome -> check.text("form", "outcomes." + outcome.id(), outcome.label()));
    model.allFields().forEach(check::field);
    return check.problems;
  }

  private void field(Field field) {
    optional(field.id(), "name", field.texts().label());
    optional(field.id(), "hint", field.texts().hint());
    field.texts().errors().forEach((code, text) -> text(field.id(), "errors." + code, text));
    if (field.choices() != null) {
      field
          .choices()
          .fixed()
          .forEach(choice -> text(field.id(), "options." + choice.value(), choice.label()));
    }
  }

  private void optional(String at, String name, LocalText text) {
    if (!text.isEmpty()) {
      text(at, name, text);
    }
  }

  private void text(String at, String name, LocalText text) {
    Set<Language> missing = text.missing();
    if (!missing.isEmpty()) {
      String found = String.join(", ", missing.stream().map(Language::tag).toList());
      problems.add(
          new ModelProblem(
              at + "/" + name, "Expected a text in every language, but found none in " + found));
    }
  }
}
