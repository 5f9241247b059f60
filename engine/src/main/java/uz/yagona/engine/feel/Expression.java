package uz.yagona.engine.feel;

/**
 * An attribute of the model: a fixed text, or a FEEL expression parsed when the model was deployed.
 */
public sealed interface Expression permits Expression.Fixed, Expression.Parsed {

  /** The text as the author wrote it; a FEEL expression keeps its leading {@code =}. */
  String text();

  default boolean isFixed() {
    return this instanceof Fixed;
  }

  static Expression fixed(String text) {
    return new Fixed(text);
  }

  /** A text that is its own value, whatever the variables. */
  record Fixed(String text) implements Expression {}

  /** A FEEL expression; {@code syntax} is its parsed form, opaque to callers. */
  record Parsed(String text, org.camunda.feel.syntaxtree.ParsedExpression syntax)
      implements Expression {

    /** The FEEL source without the leading {@code =}. */
    public String source() {
      return text.startsWith("=") ? text.substring(1).strip() : text;
    }
  }
}
