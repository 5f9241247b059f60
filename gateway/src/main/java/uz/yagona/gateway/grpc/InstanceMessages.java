package uz.yagona.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest.ActivateInstruction;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest.MoveInstruction;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest.VariableInstruction;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesRequest;
import java.util.List;
import java.util.Set;
import uz.yagona.engine.api.ElementCommand.SetVariables;
import uz.yagona.engine.api.ProcessInstanceCommand;
import uz.yagona.engine.api.ProcessInstanceCommand.ActivateElement;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstanceWithResult;
import uz.yagona.engine.api.ProcessInstanceCommand.CreatedProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ElementMapping;
import uz.yagona.engine.api.ProcessInstanceCommand.MigrateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ModifyProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.MoveElement;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessInstanceResult;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessReference;
import uz.yagona.engine.api.ProcessInstanceCommand.TerminateElement;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;

/** Messages on process instances. */
final class InstanceMessages {
  private InstanceMessages() {}

  static CreateProcessInstance creation(CreateProcessInstanceRequest request) {
    Values.onlyDefaultTenant(request.getTenantId());
    return new CreateProcessInstance(
        process(request),
        Texts.variables(request.getVariables()),
        Set.copyOf(request.getTagsList()),
        request.hasBusinessId() ? request.getBusinessId() : null,
        request.getStartInstructionsList().stream().map(each -> each.getElementId()).toList(),
        request.getRuntimeInstructionsList().stream()
            .map(each -> each.getTerminate().getAfterElementId())
            .toList());
  }

  private static ProcessReference process(CreateProcessInstanceRequest request) {
    if (request.getProcessDefinitionKey() > 0) {
      return ProcessReference.ofKey(request.getProcessDefinitionKey());
    }
    var id = Texts.required("bpmnProcessId", request.getBpmnProcessId());
    return new ProcessReference(null, id, request.getVersion());
  }

  static CreateProcessInstanceResponse created(CreatedProcessInstance created) {
    var response =
        CreateProcessInstanceResponse.newBuilder()
            .setProcessInstanceKey(created.processInstanceKey())
            .setProcessDefinitionKey(created.processDefinitionKey())
            .setBpmnProcessId(created.processDefinitionId())
            .setVersion(created.processDefinitionVersion())
            .setTenantId(Values.TENANT)
            .addAllTags(created.tags());
    if (created.businessId() != null) {
      response.setBusinessId(created.businessId());
    }
    return response.build();
  }

  static CreateProcessInstanceWithResult creationWithResult(
      CreateProcessInstanceWithResultRequest request) {
    return new CreateProcessInstanceWithResult(
        creation(request.getRequest()), List.copyOf(request.getFetchVariablesList()));
  }

  static CreateProcessInstanceWithResultResponse completed(ProcessInstanceResult result) {
    var instance = result.instance();
    var response =
        CreateProcessInstanceWithResultResponse.newBuilder()
            .setProcessInstanceKey(instance.processInstanceKey())
            .setProcessDefinitionKey(instance.processDefinitionKey())
            .setBpmnProcessId(instance.processDefinitionId())
            .setVersion(instance.processDefinitionVersion())
            .setVariables(result.variables().toJson())
            .setTenantId(Values.TENANT)
            .addAllTags(instance.tags());
    if (instance.businessId() != null) {
      response.setBusinessId(instance.businessId());
    }
    return response.build();
  }

  static ModifyProcessInstance modification(ModifyProcessInstanceRequest request) {
    return new ModifyProcessInstance(
        request.getProcessInstanceKey(),
        request.getActivateInstructionsList().stream().map(InstanceMessages::activation).toList(),
        request.getMoveInstructionsList().stream().map(InstanceMessages::move).toList(),
        request.getTerminateInstructionsList().stream()
            .map(each -> terminated(each.getElementInstanceKey(), each.getElementId()))
            .toList());
  }

  private static ActivateElement activation(ActivateInstruction activation) {
    return new ActivateElement(
        Texts.required("elementId", activation.getElementId()),
        Texts.keyOrNull(activation.getAncestorElementInstanceKey()),
        variables(activation.getVariableInstructionsList()));
  }

  private static MoveElement move(MoveInstruction move) {
    return new MoveElement(
        terminated(move.getSourceElementInstanceKey(), move.getSourceElementId()),
        Texts.required("targetElementId", move.getTargetElementId()),
        Texts.keyOrNull(move.getAncestorElementInstanceKey()),
        move.getInferAncestorScopeFromSourceHierarchy()
            || move.getUseSourceParentKeyAsAncestorScopeKey(),
        variables(move.getVariableInstructionsList()));
  }

  private static TerminateElement terminated(long elementInstanceKey, String elementId) {
    var key = Texts.keyOrNull(elementInstanceKey);
    var id = Texts.orNull(elementId);
    if ((key == null) == (id == null)) {
      throw new InvalidRequestException(
          "Expected one of elementInstanceKey and elementId, but got %s"
              .formatted(key == null ? "neither" : "both"));
    }
    return new TerminateElement(key, id);
  }

  private static List<ProcessInstanceCommand.VariableInstruction> variables(
      List<VariableInstruction> instructions) {
    return instructions.stream()
        .map(
            each ->
                new ProcessInstanceCommand.VariableInstruction(
                    Texts.orNull(each.getScopeId()), Texts.variables(each.getVariables())))
        .toList();
  }

  static MigrateProcessInstance migration(MigrateProcessInstanceRequest request) {
    var plan = request.getMigrationPlan();
    return new MigrateProcessInstance(
        request.getProcessInstanceKey(),
        plan.getTargetProcessDefinitionKey(),
        plan.getMappingInstructionsList().stream()
            .map(each -> new ElementMapping(each.getSourceElementId(), each.getTargetElementId()))
            .toList());
  }

  static SetVariables variables(SetVariablesRequest request) {
    return new SetVariables(
        request.getElementInstanceKey(),
        Texts.variables(request.getVariables()),
        request.getLocal());
  }
}
