package uz.yagona.forms.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uz.yagona.forms.LocalText;
import uz.yagona.forms.Messages;
import uz.yagona.forms.model.Check;
import uz.yagona.forms.model.Choice;
import uz.yagona.forms.model.Choices;
import uz.yagona.forms.national.Soato;

/**
 * Radios, checkboxes and lists. The first radio has the field's id, so that the error summary leads
 * to it.
 */
final class ChoiceControls {
  /** A longer list is drawn small. */
  private static final int MOST_LARGE = 6;

  private ChoiceControls() {}

  static Element radios(Drawing drawing) {
    var radios = Element.of("div", "govuk-radios");
    List<Choice> choices = drawing.state().choices(drawing.field());
    for (int i = 0; i < choices.size(); i++) {
      radios.add(item(drawing, "radio", "govuk-radios", choices.get(i), i));
    }
    return inFieldset(drawing, radios);
  }

  static Element checkboxes(Drawing drawing) {
    List<Choice> choices = drawing.state().choices(drawing.field());
    var boxes =
        Element.of("div", "govuk-checkboxes")
            .mark("govuk-checkboxes--small", choices.size() > MOST_LARGE);
    for (int i = 0; i < choices.size(); i++) {
      boxes.add(item(drawing, "checkbox", "govuk-checkboxes", choices.get(i), i));
    }
    return inFieldset(drawing, boxes);
  }

  private static Element inFieldset(Drawing drawing, Element items) {
    return drawing
        .group()
        .add(drawing.fieldset().add(drawing.hint()).add(drawing.error()).add(items));
  }

  /** A single yes: the question itself is the label of the box. */
  static Element yes(Drawing drawing) {
    Element box =
        drawing
            .control("input", "govuk-checkboxes__input")
            .with("type", "checkbox")
            .with("value", "true")
            .flag("checked", !drawing.first().isEmpty() && !drawing.first().equals("false"));
    Element item =
        Element.of("div", "govuk-checkboxes__item")
            .add(box)
            .add(drawing.label("govuk-label govuk-checkboxes__label"));
    Element hint = drawing.hint();
    if (hint != null) {
      item.add(hint.mark("govuk-checkboxes__hint", true));
    }
    return drawing
        .group()
        .add(drawing.error())
        .add(Element.of("div", "govuk-checkboxes").add(item));
  }

  private static Element item(
      Drawing drawing, String type, String block, Choice choice, int position) {
    String id = position == 0 ? drawing.id() : drawing.id() + "-" + (position + 1);
    return Element.of("div", block + "__item")
        .add(
            Element.of("input", block + "__input")
                .with("id", id)
                .with("type", type)
                .with("name", drawing.path())
                .with("value", choice.value())
                .flag("checked", drawing.state().raw(drawing.field()).contains(choice.value())))
        .add(
            Element.of("label", "govuk-label " + block + "__label")
                .with("for", id)
                .text(drawing.say(choice.label())));
  }

  static Element list(Drawing drawing) {
    boolean isDistrict = drawing.field().check() == Check.SOATO_DISTRICT;
    Element select =
        drawing
            .control("select", "govuk-select")
            .with("autocomplete", drawing.field().presentation().autocomplete())
            .add(option(drawing, new Choice("", Messages.local("ui.choose"))));
    if (isDistrict) {
      districts(drawing, select);
    } else {
      drawing
          .state()
          .choices(drawing.field())
          .forEach(choice -> select.add(option(drawing, choice)));
    }
    return drawing
        .group()
        .add(drawing.label("govuk-label govuk-label--s"))
        .add(drawing.hint())
        .add(drawing.error())
        .add(select);
  }

  /**
   * Every district under its region: without JavaScript all can be found, with it only those of the
   * region show.
   */
  private static void districts(Drawing drawing, Element select) {
    Choices choices = drawing.field().choices();
    if (choices != null && choices.dependsOn() != null) {
      String own = drawing.path();
      String region =
          own.substring(0, own.length() - drawing.field().id().length()) + choices.dependsOn();
      select.with("data-region-select", Drawing.id(region));
    }
    Map<String, Element> groups = new LinkedHashMap<>();
    for (Choice district : drawing.state().allChoices(drawing.field())) {
      String region = district.value().substring(0, Math.min(4, district.value().length()));
      groups.computeIfAbsent(region, code -> group(drawing, code)).add(option(drawing, district));
    }
    select.addAll(groups.values());
  }

  private static Element group(Drawing drawing, String region) {
    LocalText name =
        Soato.find(region).map(Soato.Place::name).orElseGet(() -> LocalText.same(region));
    return Element.of("optgroup").with("label", drawing.say(name)).with("data-region", region);
  }

  private static Element option(Drawing drawing, Choice choice) {
    return Element.of("option")
        .with("value", choice.value())
        .flag("selected", choice.value().equals(drawing.first()))
        .text(drawing.say(choice.label()));
  }
}
