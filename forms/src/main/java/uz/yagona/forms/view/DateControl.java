package uz.yagona.forms.view;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as three inputs: a browser's own date field speaks the browser's language, not the page's.
 */
final class DateControl {
  private static final List<String> PARTS = List.of("day", "month", "year");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

  private DateControl() {}

  static Element draw(Drawing drawing) {
    List<String> values = values(drawing);
    var inputs = Element.of("div", "govuk-date-input");
    for (int i = 0; i < PARTS.size(); i++) {
      inputs.add(part(drawing, PARTS.get(i), values.get(i)));
    }
    return drawing
        .group()
        .add(
            drawing
                .fieldset()
                .with("role", "group")
                .add(drawing.hint())
                .add(drawing.error())
                .add(inputs));
  }

  private static List<String> values(Drawing drawing) {
    Matcher iso = ISO.matcher(drawing.first());
    return iso.matches()
        ? List.of(iso.group(3), iso.group(2), iso.group(1))
        : drawing.state().dateParts(drawing.field());
  }

  private static Element part(Drawing drawing, String part, String value) {
    String id = part.equals("day") ? drawing.id() : drawing.id() + "-" + part;
    boolean isYear = part.equals("year");
    Element input =
        Element.of("input", "govuk-input govuk-date-input__input")
            .mark(isYear ? "govuk-input--width-4" : "govuk-input--width-2", true)
            .mark("govuk-input--error", drawing.isWrong())
            .with("id", id)
            .with("name", drawing.path() + "." + part)
            .with("type", "text")
            .with("inputmode", "numeric")
            .with("value", value)
            .with("aria-invalid", drawing.isWrong() ? "true" : null)
            .with("autocomplete", autocomplete(drawing, part));
    Element label =
        Element.of("label", "govuk-label govuk-date-input__label")
            .with("for", id)
            .text(drawing.say("ui." + part));
    return Element.of("div", "govuk-date-input__item")
        .add(Element.of("div", "govuk-form-group").add(label).add(input));
  }

  private static @Nullable String autocomplete(Drawing drawing, String part) {
    return "bday".equals(drawing.field().presentation().autocomplete()) ? "bday-" + part : null;
  }
}
