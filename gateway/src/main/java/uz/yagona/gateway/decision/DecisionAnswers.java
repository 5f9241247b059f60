package uz.yagona.gateway.decision;

import io.camunda.client.protocol.rest.EvaluateDecisionResult;
import io.camunda.client.protocol.rest.EvaluatedDecisionInputItem;
import io.camunda.client.protocol.rest.EvaluatedDecisionOutputItem;
import io.camunda.client.protocol.rest.EvaluatedDecisionResult;
import io.camunda.client.protocol.rest.MatchedDecisionRuleItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.DecisionCommand.DecisionEvaluation;
import uz.yagona.engine.api.DecisionCommand.EvaluatedDecision;
import uz.yagona.engine.api.DecisionCommand.EvaluatedInput;
import uz.yagona.engine.api.DecisionCommand.EvaluatedOutput;
import uz.yagona.engine.api.DecisionCommand.MatchedRule;
import uz.yagona.gateway.json.Values;

/** Evaluations as answers. */
final class DecisionAnswers {
  private static final String NO_KEY = "-1";
  private static final List<String> KEYS_OF_INSTANCE =
      List.of("processDefinitionKey", "processInstanceKey", "elementInstanceKey");

  private DecisionAnswers() {}

  /** Clients expect a key here too when the decision was evaluated outside any process. */
  static Map<String, @Nullable Object> withKeysOfInstance(Map<String, @Nullable Object> row) {
    var filled = new LinkedHashMap<>(row);
    for (var field : KEYS_OF_INSTANCE) {
      if (filled.get(field) == null) {
        filled.put(field, NO_KEY);
      }
    }
    return filled;
  }

  static EvaluateDecisionResult answer(DecisionEvaluation evaluation) {
    var key = Values.text(evaluation.decisionEvaluationKey());
    return new EvaluateDecisionResult()
        .decisionEvaluationKey(key)
        .decisionInstanceKey(key)
        .decisionDefinitionId(evaluation.decisionDefinitionId())
        .decisionDefinitionKey(Values.text(evaluation.decisionDefinitionKey()))
        .decisionDefinitionName(evaluation.decisionDefinitionName())
        .decisionDefinitionVersion(evaluation.decisionDefinitionVersion())
        .decisionRequirementsId(evaluation.decisionRequirementsId())
        .decisionRequirementsKey(Values.text(evaluation.decisionRequirementsKey()))
        .output(evaluation.output())
        .failedDecisionDefinitionId(evaluation.failedDecisionDefinitionId())
        .failureMessage(evaluation.failureMessage())
        .evaluatedDecisions(evaluation.evaluated().stream().map(DecisionAnswers::decision).toList())
        .tenantId(Values.TENANT);
  }

  private static EvaluatedDecisionResult decision(EvaluatedDecision decision) {
    return new EvaluatedDecisionResult()
        .decisionEvaluationInstanceKey(decision.decisionEvaluationInstanceKey())
        .decisionDefinitionId(decision.decisionDefinitionId())
        .decisionDefinitionKey(Values.text(decision.decisionDefinitionKey()))
        .decisionDefinitionName(decision.decisionDefinitionName())
        .decisionDefinitionVersion(decision.decisionDefinitionVersion())
        .decisionDefinitionType(decision.decisionDefinitionType())
        .output(decision.output())
        .evaluatedInputs(decision.inputs().stream().map(DecisionAnswers::input).toList())
        .matchedRules(decision.matchedRules().stream().map(DecisionAnswers::rule).toList())
        .tenantId(Values.TENANT);
  }

  private static EvaluatedDecisionInputItem input(EvaluatedInput input) {
    return new EvaluatedDecisionInputItem()
        .inputId(input.inputId())
        .inputName(input.inputName())
        .inputValue(input.inputValue());
  }

  private static MatchedDecisionRuleItem rule(MatchedRule rule) {
    return new MatchedDecisionRuleItem()
        .ruleId(rule.ruleId())
        .ruleIndex(rule.ruleIndex())
        .evaluatedOutputs(
            rule.evaluatedOutputs().stream().map(output -> output(rule, output)).toList());
  }

  private static EvaluatedDecisionOutputItem output(MatchedRule rule, EvaluatedOutput output) {
    return new EvaluatedDecisionOutputItem()
        .outputId(output.outputId())
        .outputName(output.outputName())
        .outputValue(output.outputValue())
        .ruleId(rule.ruleId())
        .ruleIndex(rule.ruleIndex());
  }
}
