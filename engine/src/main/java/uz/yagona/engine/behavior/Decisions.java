package uz.yagona.engine.behavior;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.DecisionCommand.DecisionEvaluation;
import uz.yagona.engine.api.DecisionCommand.EvaluatedDecision;
import uz.yagona.engine.api.DecisionCommand.EvaluatedInput;
import uz.yagona.engine.api.DecisionCommand.EvaluatedOutput;
import uz.yagona.engine.api.DecisionCommand.MatchedRule;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.definition.DecisionDefinition;
import uz.yagona.engine.dmn.DecisionModel;
import uz.yagona.engine.dmn.DecisionResult;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.state.DecisionRow;
import uz.yagona.engine.state.ElementInstance;

/** Evaluates decisions and keeps the record of it. */
public final class Decisions {
  private final Execution execution;

  Decisions(Execution execution) {
    this.execution = execution;
  }

  /** The output for a task, a plain JSON value; a failure becomes an incident. */
  @Nullable Object evaluate(
      DecisionDefinition decision, VariableLookup lookup, ElementInstance element) {
    var result = run(decision, lookup);
    if (result.failureMessage() != null) {
      throw new IncidentException(
          IncidentType.DECISION_EVALUATION_ERROR,
          result.failureMessage(),
          () -> keep(decision, result, element));
    }
    keep(decision, result, element);
    return result.output();
  }

  /** Evaluates on behalf of a client. */
  public DecisionEvaluation evaluate(DecisionDefinition decision, VariableLookup lookup) {
    return keep(decision, run(decision, lookup), null);
  }

  private DecisionResult run(DecisionDefinition decision, VariableLookup lookup) {
    var model = execution.definitions.decisionModel(decision);
    return execution.definitions.evaluator().evaluate(model, decision.id(), lookup);
  }

  private DecisionEvaluation keep(
      DecisionDefinition decision, DecisionResult result, @Nullable ElementInstance element) {
    var requirements = decision.requirements();
    var key = execution.store.newKey();
    var origin =
        new DecisionRow.Origin(
            new DecisionRow.Requirements(requirements.key(), requirements.id()),
            decision.key(),
            element);
    var evaluated = evaluated(decision, result, key);
    for (var index = 1; index <= evaluated.size(); index++) {
      var one = evaluated.get(index - 1);
      var failed = one.decisionDefinitionId().equals(result.failedDecisionId());
      execution.store.add(
          new DecisionRow(
              key, index, failed ? result.failureMessage() : null, execution.now(), one, origin));
    }
    return new DecisionEvaluation(
        key,
        decision.id(),
        decision.key(),
        name(decision.name(), decision.id()),
        decision.version(),
        requirements.id(),
        requirements.key(),
        Variables.jsonOfValue(result.output()),
        result.failedDecisionId(),
        result.failureMessage(),
        evaluated);
  }

  private static String name(@Nullable String name, String id) {
    return name == null ? id : name;
  }

  private List<EvaluatedDecision> evaluated(
      DecisionDefinition root, DecisionResult result, long key) {
    var model = execution.definitions.decisionModel(root);
    var list = new ArrayList<EvaluatedDecision>();
    for (var one : result.evaluated()) {
      var definition = execution.definitions.decisionOf(root.requirements(), one.decisionId());
      if (definition != null) {
        list.add(
            new EvaluatedDecision(
                key + "-" + (list.size() + 1),
                definition.id(),
                definition.key(),
                name(definition.name(), definition.id()),
                definition.version(),
                type(model, definition.id()),
                Variables.jsonOfValue(one.output()),
                inputs(one),
                rules(one)));
      }
    }
    return list;
  }

  private static String type(DecisionModel model, String id) {
    return model.decisions().stream()
        .filter(decision -> decision.id().equals(id))
        .map(DecisionModel.Decision::type)
        .findFirst()
        .orElse("UNKNOWN");
  }

  private static List<EvaluatedInput> inputs(DecisionResult.Evaluated one) {
    return one.inputs().stream()
        .map(in -> new EvaluatedInput(in.id(), in.name(), Variables.jsonOfValue(in.value())))
        .toList();
  }

  private static List<MatchedRule> rules(DecisionResult.Evaluated one) {
    return one.rules().stream()
        .map(
            rule ->
                new MatchedRule(
                    rule.id(),
                    rule.index(),
                    rule.outputs().stream()
                        .map(
                            out ->
                                new EvaluatedOutput(
                                    out.id(), out.name(), Variables.jsonOfValue(out.value())))
                        .toList()))
        .toList();
  }
}
