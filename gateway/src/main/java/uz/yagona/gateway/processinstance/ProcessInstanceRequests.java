package uz.yagona.gateway.processinstance;

import io.camunda.client.protocol.rest.AncestorScopeInstruction;
import io.camunda.client.protocol.rest.ModifyProcessInstanceVariableInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceCreationInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceCreationStartInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceCreationTerminateInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceMigrationInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceModificationActivateInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceModificationInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceModificationMoveInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceModificationTerminateInstruction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.ProcessInstanceCommand.ActivateElement;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ElementMapping;
import uz.yagona.engine.api.ProcessInstanceCommand.MigrateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ModifyProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.MoveElement;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessReference;
import uz.yagona.engine.api.ProcessInstanceCommand.TerminateElement;
import uz.yagona.engine.api.ProcessInstanceCommand.VariableInstruction;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;

/** Requests on process instances as commands. */
final class ProcessInstanceRequests {
  private static final String DIRECT = "direct";
  private static final String INFERRED = "inferred";
  private static final String SOURCE_PARENT = "sourceParent";

  private ProcessInstanceRequests() {}

  static CreateProcessInstance creation(ProcessInstanceCreationInstruction body) {
    Values.onlyDefaultTenant(body.getTenantId());
    return new CreateProcessInstance(
        process(body),
        Values.variables(body.getVariables()),
        body.getTags() == null ? Set.of() : body.getTags(),
        body.getBusinessId(),
        Values.list(body.getStartInstructions()).stream()
            .map(ProcessInstanceCreationStartInstruction::getElementId)
            .map(id -> Values.required("startInstructions.elementId", id))
            .toList(),
        Values.list(body.getRuntimeInstructions()).stream()
            .map(ProcessInstanceCreationTerminateInstruction::getAfterElementId)
            .map(id -> Values.required("runtimeInstructions.afterElementId", id))
            .toList());
  }

  private static ProcessReference process(ProcessInstanceCreationInstruction body) {
    var key = Values.optionalKey("processDefinitionKey", body.getProcessDefinitionKey());
    @Nullable String id = body.getProcessDefinitionId();
    var hasId = id != null && !id.isBlank();
    if ((key != null) == hasId) {
      throw new InvalidRequestException(
          "Expected one of processDefinitionKey and processDefinitionId, but got %s"
              .formatted(hasId ? "both" : "neither"));
    }
    return key != null
        ? ProcessReference.ofKey(key)
        : new ProcessReference(null, id, body.getProcessDefinitionVersion());
  }

  static ModifyProcessInstance modification(
      long processInstanceKey, ProcessInstanceModificationInstruction body) {
    return new ModifyProcessInstance(
        processInstanceKey,
        Values.list(body.getActivateInstructions()).stream()
            .map(ProcessInstanceRequests::activation)
            .toList(),
        Values.list(body.getMoveInstructions()).stream()
            .map(ProcessInstanceRequests::move)
            .toList(),
        Values.list(body.getTerminateInstructions()).stream()
            .map(ProcessInstanceRequests::termination)
            .toList());
  }

  private static ActivateElement activation(
      ProcessInstanceModificationActivateInstruction activation) {
    return new ActivateElement(
        Values.required("activateInstructions.elementId", activation.getElementId()),
        Values.optionalKey(
            "ancestorElementInstanceKey", activation.getAncestorElementInstanceKey()),
        variables(activation.getVariableInstructions()));
  }

  private static MoveElement move(ProcessInstanceModificationMoveInstruction move) {
    var source = move.getSourceElementInstruction();
    if (source == null) {
      throw new InvalidRequestException(
          "Expected 'moveInstructions.sourceElementInstruction', but it is missing");
    }
    @Nullable AncestorScopeInstruction ancestor = move.getAncestorScopeInstruction();
    var type = ancestor == null ? DIRECT : ancestor.getAncestorScopeType();
    if (!List.of(DIRECT, INFERRED, SOURCE_PARENT).contains(type)) {
      throw new InvalidRequestException(
          "Expected direct, inferred or sourceParent for ancestorScopeType, but got '%s'"
              .formatted(type));
    }
    var key =
        ancestor == null || !type.equals(DIRECT)
            ? null
            : Values.optionalKey(
                "ancestorElementInstanceKey", ancestor.getAncestorElementInstanceKey());
    return new MoveElement(
        terminated(source.getSourceElementInstanceKey(), source.getSourceElementId()),
        Values.required("moveInstructions.targetElementId", move.getTargetElementId()),
        key,
        !type.equals(DIRECT),
        variables(move.getVariableInstructions()));
  }

  private static TerminateElement termination(
      ProcessInstanceModificationTerminateInstruction termination) {
    return terminated(termination.getElementInstanceKey(), termination.getElementId());
  }

  private static TerminateElement terminated(
      @Nullable String elementInstanceKey, @Nullable String elementId) {
    var key = Values.optionalKey("elementInstanceKey", elementInstanceKey);
    if ((key == null) == (elementId == null)) {
      throw new InvalidRequestException(
          "Expected one of elementInstanceKey and elementId, but got %s"
              .formatted(key == null ? "neither" : "both"));
    }
    return new TerminateElement(key, elementId);
  }

  private static List<VariableInstruction> variables(
      @Nullable List<ModifyProcessInstanceVariableInstruction> instructions) {
    return Values.list(instructions).stream()
        .map(
            each ->
                new VariableInstruction(
                    each.getScopeId() == null || each.getScopeId().isEmpty()
                        ? null
                        : each.getScopeId(),
                    Values.variables(each.getVariables())))
        .toList();
  }

  static MigrateProcessInstance migration(
      long processInstanceKey, ProcessInstanceMigrationInstruction body) {
    return new MigrateProcessInstance(
        processInstanceKey,
        Values.key("targetProcessDefinitionKey", body.getTargetProcessDefinitionKey()),
        Values.list(body.getMappingInstructions()).stream()
            .map(
                each ->
                    new ElementMapping(
                        Values.required("sourceElementId", each.getSourceElementId()),
                        Values.required("targetElementId", each.getTargetElementId())))
            .toList());
  }
}
