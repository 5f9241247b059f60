package uz.yagona.gateway.batchoperation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.DecisionCommand.DeleteDecisionInstance;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.DeleteProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ElementMapping;
import uz.yagona.engine.api.ProcessInstanceCommand.MigrateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ModifyProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.MoveElement;
import uz.yagona.engine.api.ProcessInstanceCommand.ResolveProcessInstanceIncidents;
import uz.yagona.engine.api.ProcessInstanceCommand.TerminateElement;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;

/** The body of a request for a batch operation; kept as it is until the operation ends. */
record BatchInstruction(
    @Nullable ObjectNode filter,
    @Nullable MigrationPlan migrationPlan,
    @Nullable List<Move> moveInstructions,
    @Nullable JsonNode operationReference) {

  /** Where the instances go. */
  record MigrationPlan(
      @Nullable String targetProcessDefinitionKey, @Nullable List<Mapping> mappingInstructions) {}

  /** Active instances of the source element continue as the target element. */
  record Mapping(@Nullable String sourceElementId, @Nullable String targetElementId) {
    ElementMapping mapping() {
      return new ElementMapping(
          Values.required("sourceElementId", sourceElementId),
          Values.required("targetElementId", targetElementId));
    }
  }

  /** Tokens in the source element go to the target element. */
  record Move(@Nullable String sourceElementId, @Nullable String targetElementId) {
    MoveElement move() {
      return new MoveElement(
          new TerminateElement(null, Values.required("sourceElementId", sourceElementId)),
          Values.required("targetElementId", targetElementId),
          null,
          true,
          List.of());
    }
  }

  /**
   * The command for one instance.
   *
   * @throws InvalidRequestException when the body does not hold what the type needs
   */
  Command<Done> commandFor(BatchType type, long itemKey) {
    return switch (type) {
      case DELETE_DECISION_INSTANCE -> new DeleteDecisionInstance(itemKey);
      case CANCEL_PROCESS_INSTANCE -> new CancelProcessInstance(itemKey);
      case DELETE_PROCESS_INSTANCE -> new DeleteProcessInstance(itemKey);
      case RESOLVE_INCIDENT -> new ResolveProcessInstanceIncidents(itemKey);
      case MIGRATE_PROCESS_INSTANCE -> migration(itemKey);
      case MODIFY_PROCESS_INSTANCE -> modification(itemKey);
    };
  }

  private MigrateProcessInstance migration(long processInstanceKey) {
    if (migrationPlan == null) {
      throw new InvalidRequestException("Expected 'migrationPlan', but it is missing");
    }
    return new MigrateProcessInstance(
        processInstanceKey,
        Values.key("targetProcessDefinitionKey", migrationPlan.targetProcessDefinitionKey()),
        Values.list(migrationPlan.mappingInstructions()).stream().map(Mapping::mapping).toList());
  }

  private ModifyProcessInstance modification(long processInstanceKey) {
    var moves = Values.list(moveInstructions).stream().map(Move::move).toList();
    if (moves.isEmpty()) {
      throw new InvalidRequestException("Expected 'moveInstructions', but there are none");
    }
    return new ModifyProcessInstance(processInstanceKey, List.of(), moves, List.of());
  }
}
