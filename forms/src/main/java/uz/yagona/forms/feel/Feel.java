package uz.yagona.forms.feel;

import java.util.Map;
import java.util.Set;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** A FEEL expression, parsed once and safe for concurrent use. */
public final class Feel {
  private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

  private final String source;
  private final ParsedExpression expression;
  private final Set<String> variables;

  private Feel(String source, ParsedExpression expression, Set<String> variables) {
    this.source = source;
    this.expression = expression;
    this.variables = variables;
  }

  /**
   * Parses {@code source}, a leading {@code =} allowed; {@code IllegalArgumentException} names the
   * fault.
   */
  public static Feel parse(String source) {
    String bare = source.startsWith("=") ? source.substring(1) : source;
    var result = ENGINE.parseExpression(bare);
    if (result.isFailure()) {
      throw new IllegalArgumentException(
          "Expected a FEEL expression, but '%s': %s".formatted(bare, result.failure().message()));
    }
    return new Feel(bare, result.parsedExpression(), Set.copyOf(result.getVariableNames()));
  }

  public String source() {
    return source;
  }

  /** Names that the expression reads. */
  public Set<String> variables() {
    return variables;
  }

  /** The value, or {@code null} when it is null or cannot be computed from {@code scope}. */
  public @Nullable Object value(Map<String, @Nullable Object> scope) {
    var result = ENGINE.evaluate(expression, scope);
    return result.isSuccess() ? result.result() : null;
  }

  /** Whether the value is exactly {@code true}. */
  public boolean isTrue(Map<String, @Nullable Object> scope) {
    return Boolean.TRUE.equals(value(scope));
  }

  @Override
  public String toString() {
    return source;
  }
}
