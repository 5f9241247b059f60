package uz.yagona.forms.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Language;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FieldType;
import uz.yagona.forms.model.Repeat;
import uz.yagona.forms.submission.FormAction;
import uz.yagona.forms.submission.FormState;
import uz.yagona.forms.submission.Problem;
import uz.yagona.forms.submission.Submission;

/** Draws fields one after the other, containers and repeating groups with theirs inside. */
final class FieldsHtml {
  private final Submission sent;
  private final Language language;
  private final Map<String, List<Problem>> problems;
  private final Set<String> read;

  FieldsHtml(
      Submission sent, Language language, Map<String, List<Problem>> problems, Set<String> read) {
    this.sent = sent;
    this.language = language;
    this.problems = problems;
    this.read = read;
  }

  List<Element> draw(List<Field> fields, FormState state) {
    var drawn = new ArrayList<Element>();
    for (Field field : fields) {
      if (state.isVisible(field)) {
        Element element = draw(new Drawing(field, state, language, problems, read));
        if (element != null) {
          drawn.add(element);
        }
      } else {
        keep(field, state, drawn);
      }
    }
    return drawn;
  }

  /**
   * What was typed before a condition hid the field comes back when it shows again; the check
   * ignores it.
   */
  private void keep(Field field, FormState state, List<Element> drawn) {
    String path = state.path(field);
    field.children().forEach(child -> keep(child, state, drawn));
    sent.values()
        .forEach(
            (name, values) -> {
              if (name.equals(path) || name.startsWith(path + ".") || name.startsWith(path + "[")) {
                values.forEach(value -> drawn.add(hidden(name, value)));
              }
            });
  }

  private static Element hidden(String name, String value) {
    return Element.of("input").with("type", "hidden").with("name", name).with("value", value);
  }

  private @Nullable Element draw(Drawing drawing) {
    if (drawing.field().readOnly() && drawing.field().type().isInput()) {
      return shown(drawing, ValueText.of(drawing.field(), drawing.state(), language));
    }
    return switch (drawing.field().type()) {
      case TEXT, INTEGER, DECIMAL, AMOUNT -> TextControls.line(drawing);
      case MULTI_LINE_TEXT -> TextControls.area(drawing);
      case DATE -> DateControl.draw(drawing);
      case BOOLEAN -> ChoiceControls.yes(drawing);
      case RADIO_BUTTONS, DROPDOWN, PEOPLE, FUNCTIONAL_GROUP -> choice(drawing);
      case UPLOAD -> UploadControl.draw(drawing);
      case EXPRESSION -> expression(drawing);
      case CONTAINER -> drawing.field().isRepeating() ? repeating(drawing) : container(drawing);
      case HYPERLINK -> link(drawing);
      case SPACER -> null;
      case HORIZONTAL_LINE -> line();
      case HEADLINE, HEADLINE_WITH_LINE -> headline(drawing);
    };
  }

  private static Element choice(Drawing drawing) {
    if (drawing.field().isMultiple()) {
      return ChoiceControls.checkboxes(drawing);
    }
    return drawing.field().type() == FieldType.RADIO_BUTTONS
        ? ChoiceControls.radios(drawing)
        : ChoiceControls.list(drawing);
  }

  private static Element shown(Drawing drawing, String text) {
    return Element.of("dl", "yg-kv")
        .add(Element.of("dt").text(drawing.say(drawing.field().texts().label())))
        .add(Element.of("dd").text(text));
  }

  /** A computed value with its label, or a sentence without one. */
  private @Nullable Element expression(Drawing drawing) {
    boolean isComputed = drawing.field().conditions().calculate() != null;
    if (isComputed) {
      Object value = drawing.state().calculated(drawing.field());
      return drawing.field().texts().label().isEmpty()
          ? null
          : shown(drawing, ValueText.plain(value, language));
    }
    return Element.of("p", "govuk-body").text(drawing.say(drawing.field().texts().label()));
  }

  private Element container(Drawing drawing) {
    List<Element> inside = draw(drawing.field().children(), drawing.state());
    if (drawing.field().texts().label().isEmpty()) {
      return Element.of("div").addAll(inside);
    }
    return Element.of("fieldset", "govuk-fieldset")
        .add(
            Element.of("legend", "govuk-fieldset__legend govuk-fieldset__legend--m")
                .text(drawing.say(drawing.field().texts().label())))
        .add(drawing.hint())
        .addAll(inside);
  }

  private Element repeating(Drawing drawing) {
    Field group = drawing.field();
    Repeat repeat = Objects.requireNonNull(group.repeat());
    List<FormState> rows = drawing.state().rows(group);
    String path = drawing.path();
    var block =
        drawing
            .group()
            .with("id", drawing.id())
            .add(hidden(path + FormState.ROWS, String.valueOf(rows.size())))
            .add(drawing.hint())
            .add(drawing.error());
    for (int i = 0; i < rows.size(); i++) {
      String title =
          drawing.say(
              "ui.row", Map.of("label", drawing.say(group.texts().label()), "number", i + 1));
      Element row =
          Element.of("fieldset", "govuk-fieldset yg-card")
              .add(
                  Element.of("legend", "govuk-fieldset__legend govuk-fieldset__legend--s")
                      .text(title))
              .addAll(draw(group.children(), rows.get(i)));
      if (rows.size() > repeat.min()) {
        row.add(
            action("remove:" + path + "[" + i + "]", drawing.say("ui.remove"))
                .add(Element.of("span", "govuk-visually-hidden").text(" " + title)));
      }
      block.add(row);
    }
    return rows.size() < repeat.max()
        ? block.add(
            action(
                "add:" + path,
                drawing.say("ui.add", Map.of("label", drawing.say(group.texts().label())))))
        : block;
  }

  private static Element action(String value, String text) {
    return Element.of("button", "govuk-button govuk-button--secondary")
        .with("type", "submit")
        .with("name", FormAction.NAME)
        .with("value", value)
        .flag("formnovalidate", true)
        .text(text);
  }

  private static Element link(Drawing drawing) {
    return Element.of("p", "govuk-body")
        .add(
            Element.of("a", "govuk-link")
                .with("href", drawing.field().presentation().href())
                .text(drawing.say(drawing.field().texts().label())));
  }

  private static Element headline(Drawing drawing) {
    Element heading =
        Element.of("h2", "govuk-heading-m").text(drawing.say(drawing.field().texts().label()));
    return drawing.field().type() == FieldType.HEADLINE
        ? heading
        : Element.of("div").add(line()).add(heading);
  }

  private static Element line() {
    return Element.of(
        "hr", "govuk-section-break govuk-section-break--m govuk-section-break--visible");
  }
}
