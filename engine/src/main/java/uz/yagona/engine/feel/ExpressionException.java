package uz.yagona.engine.feel;

/** An expression that cannot be parsed, fails, or gives a value of the wrong type. */
public final class ExpressionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String expression;

  public ExpressionException(String expression, String message) {
    super(message);
    this.expression = expression;
  }

  /** The expression as the author wrote it. */
  public String expression() {
    return expression;
  }
}
