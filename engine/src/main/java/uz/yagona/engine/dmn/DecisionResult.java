package uz.yagona.engine.dmn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision gave; all values are plain JSON values.
 *
 * @param output {@code null} also when no rule matched, or the evaluation failed
 * @param failedDecisionId the decision that failed, not always the one asked for
 * @param failureMessage {@code null} on success
 * @param evaluated the decisions evaluated on the way, required ones first
 */
public record DecisionResult(
    @Nullable Object output,
    @Nullable String failedDecisionId,
    @Nullable String failureMessage,
    List<Evaluated> evaluated) {

  public boolean isFailure() {
    return failureMessage != null;
  }

  /** One decision; inputs and matched rules are those of a decision table. */
  public record Evaluated(
      String decisionId, @Nullable Object output, List<Input> inputs, List<Rule> rules) {}

  /** A value of an input column; {@code name} is its label, or its expression. */
  public record Input(String id, String name, @Nullable Object value) {}

  /** A rule that matched; {@code index} counts from 1. */
  public record Rule(String id, int index, List<Output> outputs) {}

  /** A value of an output column; {@code name} is its label, or its name. */
  public record Output(String id, String name, @Nullable Object value) {}
}
