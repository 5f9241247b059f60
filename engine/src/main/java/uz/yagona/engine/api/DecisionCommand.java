package uz.yagona.engine.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands on decisions. */
public sealed interface DecisionCommand<R> extends Command<R> {

  /**
   * Evaluates the latest version of a decision by id, or one by key; exactly one is present.
   *
   * <p>A failed evaluation is a result with {@code failureMessage}, not a rejection.
   */
  record EvaluateDecision(
      @Nullable String decisionDefinitionId,
      @Nullable Long decisionDefinitionKey,
      Variables variables)
      implements DecisionCommand<DecisionEvaluation> {}

  /** Removes the rows of one evaluation. */
  record DeleteDecisionInstance(long decisionEvaluationKey) implements DecisionCommand<Done> {}

  /**
   * @param output JSON text; {@code null} text when the evaluation failed
   * @param evaluated the decisions evaluated on the way, required ones first
   */
  record DecisionEvaluation(
      long decisionEvaluationKey,
      String decisionDefinitionId,
      long decisionDefinitionKey,
      String decisionDefinitionName,
      int decisionDefinitionVersion,
      String decisionRequirementsId,
      long decisionRequirementsKey,
      String output,
      @Nullable String failedDecisionDefinitionId,
      @Nullable String failureMessage,
      List<EvaluatedDecision> evaluated) {}

  /** One decision of an evaluation. */
  record EvaluatedDecision(
      String decisionEvaluationInstanceKey,
      String decisionDefinitionId,
      long decisionDefinitionKey,
      String decisionDefinitionName,
      int decisionDefinitionVersion,
      String decisionDefinitionType,
      String output,
      List<EvaluatedInput> inputs,
      List<MatchedRule> matchedRules) {}

  /** A value of an input column; {@code inputValue} is JSON text. */
  record EvaluatedInput(String inputId, String inputName, String inputValue) {}

  /** A rule that matched; {@code ruleIndex} counts from 1. */
  record MatchedRule(String ruleId, int ruleIndex, List<EvaluatedOutput> evaluatedOutputs) {}

  /** A value of an output column; {@code outputValue} is JSON text. */
  record EvaluatedOutput(String outputId, String outputName, String outputValue) {}
}
