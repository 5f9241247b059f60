package uz.yagona.engine.handler;

import uz.yagona.engine.api.DecisionCommand.DecisionEvaluation;
import uz.yagona.engine.api.DecisionCommand.DeleteDecisionInstance;
import uz.yagona.engine.api.DecisionCommand.EvaluateDecision;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.definition.DecisionDefinition;
import uz.yagona.engine.feel.VariableLookup;

/** Decisions that clients ask for. */
final class DecisionHandler {
  private final Execution execution;

  DecisionHandler(Execution execution) {
    this.execution = execution;
  }

  void register(Handlers handlers) {
    handlers.on(EvaluateDecision.class, (command, needs) -> {}, this::evaluate);
    handlers.on(DeleteDecisionInstance.class, (command, needs) -> {}, this::delete);
  }

  private DecisionEvaluation evaluate(EvaluateDecision command) {
    return execution.decisions.evaluate(
        definition(command), VariableLookup.of(command.variables().toMap()));
  }

  private DecisionDefinition definition(EvaluateDecision command) {
    var decisions = execution.definitions.decisions();
    var key = command.decisionDefinitionKey();
    var id = command.decisionDefinitionId();
    if (key != null) {
      var found = decisions.find(key);
      if (found == null || decisions.isDeleted(found)) {
        throw RejectedException.notFound(
            "Expected to find decision with key '%d', but none found", key);
      }
      return found;
    }
    if (id == null || id.isBlank()) {
      throw RejectedException.invalidArgument(
          "Expected either a decision id or a valid decision key, but none provided");
    }
    var found = decisions.latest(id);
    if (found == null) {
      throw RejectedException.notFound(
          "Expected to find decision with id '%s', but none found", id);
    }
    return found;
  }

  private Done delete(DeleteDecisionInstance command) {
    if (!execution.store.deleteDecision(command.decisionEvaluationKey())) {
      throw RejectedException.notFound(
          "Expected to delete decision instance with key '%d', but no such decision instance was found",
          command.decisionEvaluationKey());
    }
    return Done.INSTANCE;
  }
}
