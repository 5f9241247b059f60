package uz.yagona.forms.submission;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uz.yagona.forms.model.Choice;
import uz.yagona.forms.model.Field;

/** Turns what was sent for one field into a clean value. */
final class ValueParser {
  private static final Set<String> YES = Set.of("true", "on", "1");
  private static final Set<String> NO = Set.of("false", "off", "0");

  private ValueParser() {}

  static Reading parse(FormState state, Field field) {
    List<String> sent =
        state.raw(field).stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    if (field.isMultiple()) {
      return several(state, field, sent);
    }
    if (sent.isEmpty()) {
      return empty(state, field);
    }
    if (Set.copyOf(sent).size() > 1) {
      return Reading.wrong("single");
    }
    String typed = sent.get(0);
    return switch (field.type()) {
      case INTEGER -> NumberParser.integer(typed);
      case DECIMAL -> NumberParser.decimal(typed);
      case AMOUNT -> NumberParser.amount(typed);
      case DATE -> DateParser.iso(typed);
      case BOOLEAN -> yesOrNo(typed);
      case RADIO_BUTTONS, DROPDOWN, PEOPLE, FUNCTIONAL_GROUP -> choice(state, field, typed);
      default -> TextParser.parse(field, typed);
    };
  }

  private static Reading empty(FormState state, Field field) {
    return switch (field.type()) {
      case DATE -> {
        List<String> parts = state.dateParts(field);
        yield DateParser.parts(parts.get(0), parts.get(1), parts.get(2));
      }
      case BOOLEAN -> Reading.of(false);
      default -> Reading.EMPTY;
    };
  }

  private static Reading yesOrNo(String typed) {
    if (YES.contains(typed)) {
      return Reading.of(true);
    }
    return NO.contains(typed) ? Reading.of(false) : Reading.wrong("choice");
  }

  private static Reading choice(FormState state, Field field, String typed) {
    if (state.choices(field).stream().map(Choice::value).anyMatch(typed::equals)) {
      return Reading.of(typed);
    }
    boolean elsewhere = state.allChoices(field).stream().map(Choice::value).anyMatch(typed::equals);
    return Reading.wrong(elsewhere ? "dependent" : "choice");
  }

  private static Reading several(FormState state, Field field, List<String> sent) {
    if (sent.isEmpty()) {
      return Reading.EMPTY;
    }
    var chosen = new LinkedHashSet<>(sent);
    Set<String> known = new LinkedHashSet<>();
    state.choices(field).forEach(choice -> known.add(choice.value()));
    return known.containsAll(chosen) ? Reading.of(List.copyOf(chosen)) : Reading.wrong("choice");
  }
}
