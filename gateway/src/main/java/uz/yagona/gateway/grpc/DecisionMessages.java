package uz.yagona.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionInput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionOutput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MatchedDecisionRule;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.DecisionCommand.DecisionEvaluation;
import uz.yagona.engine.api.DecisionCommand.EvaluateDecision;
import uz.yagona.engine.api.DecisionCommand.EvaluatedDecision;
import uz.yagona.engine.api.DecisionCommand.MatchedRule;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;

/** Messages on decisions. */
final class DecisionMessages {
  private DecisionMessages() {}

  static EvaluateDecision evaluation(EvaluateDecisionRequest request) {
    Values.onlyDefaultTenant(request.getTenantId());
    var key = Texts.keyOrNull(request.getDecisionKey());
    var id = Texts.orNull(request.getDecisionId());
    if ((key == null) == (id == null)) {
      throw new InvalidRequestException(
          "Expected one of decisionKey and decisionId, but got %s"
              .formatted(key == null ? "neither" : "both"));
    }
    return new EvaluateDecision(id, key, Texts.variables(request.getVariables()));
  }

  static EvaluateDecisionResponse evaluated(DecisionEvaluation evaluation) {
    return EvaluateDecisionResponse.newBuilder()
        .setDecisionEvaluationKey(evaluation.decisionEvaluationKey())
        .setDecisionInstanceKey(evaluation.decisionEvaluationKey())
        .setDecisionKey(evaluation.decisionDefinitionKey())
        .setDecisionId(evaluation.decisionDefinitionId())
        .setDecisionName(orEmpty(evaluation.decisionDefinitionName()))
        .setDecisionVersion(evaluation.decisionDefinitionVersion())
        .setDecisionRequirementsId(evaluation.decisionRequirementsId())
        .setDecisionRequirementsKey(evaluation.decisionRequirementsKey())
        .setDecisionOutput(evaluation.output())
        .setFailedDecisionId(orEmpty(evaluation.failedDecisionDefinitionId()))
        .setFailureMessage(orEmpty(evaluation.failureMessage()))
        .addAllEvaluatedDecisions(
            evaluation.evaluated().stream().map(DecisionMessages::decision).toList())
        .setTenantId(Values.TENANT)
        .build();
  }

  private static GatewayOuterClass.EvaluatedDecision decision(EvaluatedDecision decision) {
    var message =
        GatewayOuterClass.EvaluatedDecision.newBuilder()
            .setDecisionEvaluationInstanceKey(decision.decisionEvaluationInstanceKey())
            .setDecisionKey(decision.decisionDefinitionKey())
            .setDecisionId(decision.decisionDefinitionId())
            .setDecisionName(orEmpty(decision.decisionDefinitionName()))
            .setDecisionVersion(decision.decisionDefinitionVersion())
            .setDecisionType(decision.decisionDefinitionType())
            .setDecisionOutput(decision.output())
            .setTenantId(Values.TENANT);
    for (var input : decision.inputs()) {
      message.addEvaluatedInputs(
          EvaluatedDecisionInput.newBuilder()
              .setInputId(input.inputId())
              .setInputName(orEmpty(input.inputName()))
              .setInputValue(input.inputValue()));
    }
    decision.matchedRules().forEach(rule -> message.addMatchedRules(rule(rule)));
    return message.build();
  }

  private static MatchedDecisionRule rule(MatchedRule rule) {
    var message =
        MatchedDecisionRule.newBuilder().setRuleId(rule.ruleId()).setRuleIndex(rule.ruleIndex());
    for (var output : rule.evaluatedOutputs()) {
      message.addEvaluatedOutputs(
          EvaluatedDecisionOutput.newBuilder()
              .setOutputId(output.outputId())
              .setOutputName(orEmpty(output.outputName()))
              .setOutputValue(output.outputValue()));
    }
    return message.build();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
