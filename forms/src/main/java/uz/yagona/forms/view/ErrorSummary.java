package uz.yagona.forms.view;

import java.util.List;
import uz.yagona.forms.Language;
import uz.yagona.forms.Messages;
import uz.yagona.forms.submission.Problem;

/** Everything that is to be put right, above the form; takes the focus when the page opens. */
final class ErrorSummary {
  private ErrorSummary() {}

  static String html(List<Problem> problems, Language language) {
    if (problems.isEmpty()) {
      return "";
    }
    var list = Element.of("ul", "govuk-list govuk-error-summary__list");
    problems.forEach(
        problem ->
            list.add(
                Element.of("li")
                    .add(
                        Element.of("a")
                            .with("href", "#" + Drawing.id(problem.path()))
                            .text(problem.message(language)))));
    return Element.of("div", "govuk-error-summary")
        .with("id", "error-summary")
        .with("tabindex", "-1")
        .flag("autofocus", true)
        .add(
            Element.of("div")
                .with("role", "alert")
                .add(
                    Element.of("h2", "govuk-error-summary__title")
                        .text(Messages.text("ui.summary", language)))
                .add(Element.of("div", "govuk-error-summary__body").add(list)))
        .html();
  }
}
