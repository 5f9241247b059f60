package uz.yagona.forms.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Formats;
import uz.yagona.forms.Language;
import uz.yagona.forms.LocalText;
import uz.yagona.forms.Messages;
import uz.yagona.forms.model.Check;
import uz.yagona.forms.model.Choice;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.national.UzPhone;
import uz.yagona.forms.submission.FormState;

/** Values as a person reads them: names of choices, days, money, phone numbers. */
final class ValueText {
  private ValueText() {}

  /** The value of a read-only field. */
  static String of(Field field, FormState state, Language language) {
    return of(field, state.value(field.id()), state.allChoices(field), language);
  }

  static String of(Field field, @Nullable Object value, List<Choice> choices, Language language) {
    if (value == null || "".equals(value)) {
      return Messages.text("ui.empty", language);
    }
    if (value instanceof List<?> several) {
      return several.stream()
          .map(one -> of(field, one, choices, language))
          .collect(Collectors.joining(", "));
    }
    if (field.type().isChoice()) {
      return choice(value.toString(), choices, language);
    }
    if (field.check() == Check.PHONE_UZ) {
      return UzPhone.parse(value.toString()).map(UzPhone::display).orElseGet(value::toString);
    }
    return typed(field, value, language);
  }

  private static String typed(Field field, Object value, Language language) {
    return switch (field.type()) {
      case DATE -> day(value.toString(), language);
      case BOOLEAN -> plain(Boolean.valueOf(value.toString()), language);
      case INTEGER, DECIMAL -> value instanceof Number ? plain(value, language) : value.toString();
      case AMOUNT -> amount(field, value, language);
      default -> value.toString();
    };
  }

  private static String choice(String value, List<Choice> choices, Language language) {
    return choices.stream()
        .filter(choice -> choice.value().equals(value))
        .map(Choice::label)
        .findFirst()
        .orElseGet(() -> LocalText.same(value))
        .in(language);
  }

  private static String amount(Field field, Object value, Language language) {
    if (!(value instanceof Number number)) {
      return value.toString();
    }
    String digits =
        Formats.number(
            new BigDecimal(number.toString()).setScale(2, RoundingMode.HALF_UP), language);
    String currency = field.presentation().currency();
    if (currency == null) {
      return digits;
    }
    return digits
        + "\u00A0"
        + (currency.equals("UZS") ? Messages.text("ui.sum", language) : currency);
  }

  private static String day(String iso, Language language) {
    try {
      return Formats.day(LocalDate.parse(iso), language);
    } catch (DateTimeParseException e) {
      return iso;
    }
  }

  /** A value without a field: computed ones. */
  static String plain(@Nullable Object value, Language language) {
    if (value == null) {
      return Messages.text("ui.empty", language);
    }
    if (value instanceof Boolean yes) {
      return Messages.text(yes ? "ui.yes" : "ui.no", language);
    }
    if (value instanceof Number number) {
      return Formats.number(number, language);
    }
    return value instanceof LocalDate day ? Formats.day(day, language) : value.toString();
  }
}
