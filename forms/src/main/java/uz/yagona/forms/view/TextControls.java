package uz.yagona.forms.view;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.model.Check;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FieldType;
import uz.yagona.forms.model.Limits;

/** One-line and longer texts, and numbers. */
final class TextControls {
  private TextControls() {}

  static Element line(Drawing drawing) {
    Field field = drawing.field();
    Element input =
        drawing
            .control("input", "govuk-input")
            .mark(width(field), true)
            .with("type", type(field))
            .with("value", drawing.first())
            .with("inputmode", inputMode(field))
            .with("autocomplete", field.presentation().autocomplete())
            .with("spellcheck", field.check() == null ? null : "false");
    String currency = field.presentation().currency();
    return around(drawing)
        .add(
            currency == null
                ? input
                : Element.of("div", "govuk-input__wrapper")
                    .add(input)
                    .add(
                        Element.of("div", "govuk-input__suffix")
                            .with("aria-hidden", "true")
                            .text(currency.equals("UZS") ? drawing.say("ui.sum") : currency)));
  }

  static Element area(Drawing drawing) {
    Limits limits = drawing.field().limits();
    // A browser drops the first line feed of a text area, so one is written for it.
    return around(drawing)
        .add(
            drawing
                .control("textarea", "govuk-textarea")
                .with("rows", drawing.field().presentation().rows())
                .with("data-count", limits.maxLength())
                .with("data-count-text", drawing.say("ui.left", Map.of("n", "{n}")))
                .text("\n" + drawing.first()));
  }

  private static Element around(Drawing drawing) {
    return drawing
        .group()
        .add(drawing.label("govuk-label govuk-label--s"))
        .add(drawing.hint())
        .add(drawing.error());
  }

  private static String type(Field field) {
    if (field.check() == Check.PHONE_UZ) {
      return "tel";
    }
    return field.check() == Check.EMAIL ? "email" : "text";
  }

  private static @Nullable String inputMode(Field field) {
    String own = field.presentation().inputmode();
    if (own != null) {
      return own;
    }
    if (field.check() == Check.PINFL || field.check() == Check.STIR) {
      return "numeric";
    }
    return switch (field.type()) {
      case INTEGER -> "numeric";
      case DECIMAL, AMOUNT -> "decimal";
      default -> null;
    };
  }

  private static String width(Field field) {
    if (field.type().isNumber()) {
      return "govuk-input--width-10";
    }
    return field.type() == FieldType.TEXT && field.check() != null && field.check() != Check.EMAIL
        ? "govuk-input--width-20"
        : "govuk-!-width-two-thirds";
  }
}
