package uz.yagona.engine.feel;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;

/**
 * FEEL with the engine's clock. Thread-safe. Every method that takes an {@link Expression} throws
 * {@link ExpressionException} when it fails or gives another type than asked for.
 */
public final class Feel {

  private static final int MAX_LENGTH = 32_768;
  private static final int CACHED_EXPRESSIONS = 4_096;

  private final FeelEngineApi engine;
  private volatile VariableLookup shared = VariableLookup.NONE;
  private final FeelEngineClock clock;
  private final Map<String, Expression> parsed =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Expression> eldest) {
          return size() > CACHED_EXPRESSIONS;
        }
      };

  /** {@code now()} and {@code today()} read {@code clock} in {@code zone}. */
  public Feel(InstantSource clock, ZoneId zone) {
    this.clock = () -> clock.instant().atZone(zone);
    engine =
        FeelEngineBuilder.create()
            .withClock(this.clock)
            .withEnabledExternalFunctions(false)
            .build();
  }

  /** What every expression sees behind its own variables. */
  public void share(VariableLookup variables) {
    shared = variables;
  }

  /** These variables and, behind them, the shared ones. */
  public VariableLookup withShared(VariableLookup variables) {
    return variables.orElse(shared);
  }

  /** The clock of {@code now()} and {@code today()}. */
  public FeelEngineClock clock() {
    return clock;
  }

  /** A text with a leading {@code =} is FEEL, any other is its own value. */
  public Expression parse(String text) {
    return text.startsWith("=") ? parseFeel(text) : Expression.fixed(text);
  }

  private Expression parseFeel(String text) {
    synchronized (parsed) {
      var known = parsed.get(text);
      if (known != null) {
        return known;
      }
    }
    var expression = parseUncached(text);
    synchronized (parsed) {
      parsed.put(text, expression);
    }
    return expression;
  }

  private Expression parseUncached(String text) {
    var source = text.substring(1);
    if (text.length() > MAX_LENGTH) {
      throw new ExpressionException(
          text, failedTo("parse", source, "it is longer than %d characters".formatted(MAX_LENGTH)));
    }
    try {
      var result = engine.parseExpression(source);
      if (result.isFailure()) {
        throw new ExpressionException(text, result.failure().message());
      }
      return new Expression.Parsed(text, BudgetedSyntax.of(result.parsedExpression()));
    } catch (StackOverflowError deep) {
      throw new ExpressionException(text, failedTo("parse", source, "it is nested too deeply"));
    }
  }

  /** Evaluates to a plain value with the warnings of FEEL. */
  public Evaluation evaluate(Expression expression, VariableLookup variables) {
    if (expression instanceof Expression.Parsed feel) {
      return evaluate(feel, variables);
    }
    return new Evaluation(expression.text(), List.of());
  }

  private Evaluation evaluate(Expression.Parsed expression, VariableLookup variables) {
    try {
      var result = engine.evaluate(expression.syntax(), LazyContext.of(withShared(variables)));
      if (result.isFailure()) {
        throw new ExpressionException(
            expression.text(),
            failedTo("evaluate", expression.source(), result.failure().message()));
      }
      return new Evaluation(PlainValues.of(result.result()), warnings(result));
    } catch (StackOverflowError deep) {
      throw new ExpressionException(
          expression.text(), failedTo("evaluate", expression.source(), "it recurses too deeply"));
    } catch (IllegalArgumentException | ArithmeticException | EvaluationBudget.Exhausted large) {
      throw new ExpressionException(
          expression.text(), failedTo("evaluate", expression.source(), large.getMessage()));
    }
  }

  private static String failedTo(String what, String source, @Nullable String why) {
    return "Failed to %s expression '%s': %s".formatted(what, shorten(source), why);
  }

  private static List<Evaluation.Warning> warnings(EvaluationResult result) {
    return result.getSuppressedFailures().stream()
        .map(
            failure ->
                new Evaluation.Warning(failure.failureType().toString(), failure.failureMessage()))
        .toList();
  }

  /** The plain value alone. */
  public @Nullable Object evaluateValue(Expression expression, VariableLookup variables) {
    return evaluate(expression, variables).value();
  }

  /** A condition; a fixed text is never one. */
  public boolean evaluateBoolean(Expression expression, VariableLookup variables) {
    var evaluation = evaluate(expression, variables);
    if (evaluation.value() instanceof Boolean value) {
      return value;
    }
    throw unexpected(expression, "BOOLEAN", evaluation);
  }

  /** A text; dates, times and durations count as their ISO text. */
  public String evaluateString(Expression expression, VariableLookup variables) {
    var evaluation = evaluate(expression, variables);
    if (evaluation.value() instanceof String value) {
      return value;
    }
    throw unexpected(expression, "STRING", evaluation);
  }

  /** A text or {@code null}. */
  public @Nullable String evaluateOptionalString(Expression expression, VariableLookup variables) {
    var evaluation = evaluate(expression, variables);
    if (evaluation.value() == null || evaluation.value() instanceof String) {
      return (String) evaluation.value();
    }
    throw unexpected(expression, "STRING", evaluation);
  }

  /** A correlation key: a text, or a number as its text. */
  public String evaluateCorrelationKey(Expression expression, VariableLookup variables) {
    var evaluation = evaluate(expression, variables);
    if (evaluation.value() instanceof String || evaluation.value() instanceof Number) {
      return evaluation.value().toString();
    }
    throw new ExpressionException(
        expression.text(),
        "Failed to extract the correlation key for '%s': The value must be either a string or a number, but was '%s'.%s"
            .formatted(
                source(expression),
                PlainValues.typeOf(evaluation.value()),
                warningsText(evaluation)));
  }

  /** A whole number, e.g. of retries; a fixed text is read as a number. */
  public long evaluateLong(Expression expression, VariableLookup variables) {
    var evaluation = evaluate(expression, variables);
    if (evaluation.value() instanceof Long value) {
      return value;
    }
    if (expression.isFixed()) {
      try {
        return Long.parseLong(expression.text().strip());
      } catch (NumberFormatException notANumber) {
        throw unexpected(expression, "NUMBER", evaluation);
      }
    }
    throw unexpected(expression, "NUMBER", evaluation);
  }

  /** A list; its items are plain values. */
  @SuppressWarnings("unchecked")
  public List<@Nullable Object> evaluateList(Expression expression, VariableLookup variables) {
    var evaluation = evaluate(expression, variables);
    if (evaluation.value() instanceof List<?> value) {
      return (List<@Nullable Object>) value;
    }
    throw unexpected(expression, "ARRAY", evaluation);
  }

  /** A list of texts, e.g. of candidate groups; a single text is split at commas. */
  public List<String> evaluateStrings(Expression expression, VariableLookup variables) {
    var evaluation = evaluate(expression, variables);
    if (evaluation.value() instanceof String text) {
      return Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }
    if (evaluation.value() instanceof List<?> list
        && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw unexpected(expression, "ARRAY_OF_STRING", evaluation);
  }

  /** An object, e.g. the result of an output element. */
  @SuppressWarnings("unchecked")
  public Map<String, @Nullable Object> evaluateMap(
      Expression expression, VariableLookup variables) {
    var evaluation = evaluate(expression, variables);
    if (evaluation.value() instanceof Map<?, ?> value) {
      return (Map<String, @Nullable Object>) value;
    }
    throw unexpected(expression, "OBJECT", evaluation);
  }

  private static ExpressionException unexpected(
      Expression expression, String wanted, Evaluation found) {
    return new ExpressionException(
        expression.text(),
        "Expected result of the expression '%s' to be '%s', but was '%s'.%s"
            .formatted(
                source(expression),
                wanted,
                PlainValues.typeOf(found.value()),
                warningsText(found)));
  }

  private static String source(Expression expression) {
    return shorten(
        expression instanceof Expression.Parsed feel ? feel.source() : expression.text());
  }

  private static String shorten(String source) {
    return source.length() <= 500 ? source : source.substring(0, 500) + "...";
  }

  private static String warningsText(Evaluation evaluation) {
    if (evaluation.warnings().isEmpty()) {
      return "";
    }
    return evaluation.warnings().stream()
        .map(warning -> "[%s] %s".formatted(warning.type(), warning.message()))
        .collect(
            Collectors.joining("\n", " The evaluation reported the following warnings:\n", ""));
  }

  /** Loads and compiles what the first evaluation needs; takes about two seconds on a cold JVM. */
  public void warmUp() {
    var expression =
        parse("=if sum(for x in [1, 2] return x * 2) > 5 then now() + @\"P1D\" else {a: \"b\"}.a");
    for (var i = 0; i < 50; i++) {
      evaluate(expression, VariableLookup.NONE);
    }
  }
}
