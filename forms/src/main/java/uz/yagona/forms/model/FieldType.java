package uz.yagona.forms.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The field types of Flowable form models 8. */
public enum FieldType {
  TEXT("text"),
  MULTI_LINE_TEXT("multi-line-text"),
  INTEGER("integer"),
  DECIMAL("decimal"),
  AMOUNT("amount"),
  DATE("date"),
  BOOLEAN("boolean"),
  RADIO_BUTTONS("radio-buttons"),
  DROPDOWN("dropdown"),
  UPLOAD("upload"),
  EXPRESSION("expression"),
  PEOPLE("people"),
  FUNCTIONAL_GROUP("functional-group"),
  CONTAINER("container"),
  HYPERLINK("hyperlink"),
  SPACER("spacer"),
  HORIZONTAL_LINE("horizontal-line"),
  HEADLINE("headline"),
  HEADLINE_WITH_LINE("headline-with-line");

  private static final Map<String, FieldType> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(FieldType::word, Function.identity()));

  private final String word;

  FieldType(String word) {
    this.word = word;
  }

  /** The word in the {@code type} property of a form model. */
  public String word() {
    return word;
  }

  public static Optional<FieldType> find(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** Whether a person fills it in; the others only show something or hold fields. */
  public boolean isInput() {
    return switch (this) {
      case EXPRESSION,
          CONTAINER,
          HYPERLINK,
          SPACER,
          HORIZONTAL_LINE,
          HEADLINE,
          HEADLINE_WITH_LINE ->
          false;
      default -> true;
    };
  }

  /** Whether the value is one of a list (or several of it). */
  public boolean isChoice() {
    return switch (this) {
      case RADIO_BUTTONS, DROPDOWN, PEOPLE, FUNCTIONAL_GROUP -> true;
      default -> false;
    };
  }

  public boolean isText() {
    return this == TEXT || this == MULTI_LINE_TEXT;
  }

  public boolean isNumber() {
    return this == INTEGER || this == DECIMAL || this == AMOUNT;
  }
}
