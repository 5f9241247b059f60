package uz.yagona.engine.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.feel.ExpressionException;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.feel.VariableLookup;

/** Evaluates expressions apart from any process instance. */
@Component("engineExpressions")
public final class Expressions {
  private final Feel feel;

  public Expressions(Feel feel) {
    this.feel = feel;
  }

  /**
   * @param value a plain JSON value
   * @param warnings what FEEL took for null, and why
   */
  public record Outcome(@Nullable Object value, List<String> warnings) {}

  /**
   * @param expression with a leading {@code =}; any other text is its own value
   * @throws InvalidSearchException when it cannot be parsed or evaluated
   */
  public Outcome evaluate(String expression, Variables variables) {
    try {
      var evaluation = feel.evaluate(feel.parse(expression), VariableLookup.of(variables.toMap()));
      return new Outcome(
          evaluation.value(),
          evaluation.warnings().stream()
              .map(warning -> "[%s] %s".formatted(warning.type(), warning.message()))
              .toList());
    } catch (ExpressionException e) {
      throw new InvalidSearchException(String.valueOf(e.getMessage()));
    }
  }
}
