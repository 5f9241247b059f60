package uz.yagona.gateway.grpc;

import io.camunda.client.protocol.rest.BatchOperationCreatedResult;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BatchOperationCreatedResult.BatchOperationTypeEnum;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionRequirementsMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FormMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessMetadata;
import java.util.Optional;
import uz.yagona.engine.api.Deployment;
import uz.yagona.engine.api.Deployment.DeployedProcess;
import uz.yagona.engine.api.DeploymentCommand.DeployResources;
import uz.yagona.engine.api.DeploymentCommand.DeployedFile;
import uz.yagona.gateway.json.Values;

/** Messages on deployments. Files of other kinds have no place in the answer. */
final class DefinitionMessages {
  private DefinitionMessages() {}

  static DeployResources files(DeployResourceRequest request) {
    Values.onlyDefaultTenant(request.getTenantId());
    return new DeployResources(
        request.getResourcesList().stream()
            .map(
                each ->
                    new DeployedFile(
                        Texts.required("name", each.getName()), each.getContent().toByteArray()))
            .toList());
  }

  @SuppressWarnings("deprecation")
  static DeployResources files(DeployProcessRequest request) {
    return new DeployResources(
        request.getProcessesList().stream()
            .map(
                each ->
                    new DeployedFile(
                        Texts.required("name", each.getName()), each.getDefinition().toByteArray()))
            .toList());
  }

  @SuppressWarnings("deprecation")
  static DeployProcessResponse processes(Deployment deployment) {
    var response = DeployProcessResponse.newBuilder().setKey(deployment.deploymentKey());
    deployment.processes().forEach(each -> response.addProcesses(process(each)));
    return response.build();
  }

  static DeployResourceResponse deployment(Deployment deployment) {
    var response =
        DeployResourceResponse.newBuilder()
            .setKey(deployment.deploymentKey())
            .setTenantId(Values.TENANT);
    deployment
        .processes()
        .forEach(each -> response.addDeploymentsBuilder().setProcess(process(each)));
    deployment
        .decisions()
        .forEach(each -> response.addDeploymentsBuilder().setDecision(decision(each)));
    deployment
        .requirements()
        .forEach(
            each -> response.addDeploymentsBuilder().setDecisionRequirements(requirements(each)));
    deployment.forms().forEach(each -> response.addDeploymentsBuilder().setForm(form(each)));
    return response.build();
  }

  private static ProcessMetadata process(DeployedProcess process) {
    return ProcessMetadata.newBuilder()
        .setBpmnProcessId(process.processDefinitionId())
        .setVersion(process.version())
        .setProcessDefinitionKey(process.processDefinitionKey())
        .setResourceName(process.resourceName())
        .setTenantId(Values.TENANT)
        .build();
  }

  private static DecisionMetadata decision(Deployment.DeployedDecision decision) {
    return DecisionMetadata.newBuilder()
        .setDmnDecisionId(decision.decisionDefinitionId())
        .setDmnDecisionName(decision.name())
        .setVersion(decision.version())
        .setDecisionKey(decision.decisionDefinitionKey())
        .setDmnDecisionRequirementsId(decision.decisionRequirementsId())
        .setDecisionRequirementsKey(decision.decisionRequirementsKey())
        .setTenantId(Values.TENANT)
        .build();
  }

  private static DecisionRequirementsMetadata requirements(
      Deployment.DeployedRequirements requirements) {
    return DecisionRequirementsMetadata.newBuilder()
        .setDmnDecisionRequirementsId(requirements.decisionRequirementsId())
        .setDmnDecisionRequirementsName(requirements.name())
        .setVersion(requirements.version())
        .setDecisionRequirementsKey(requirements.decisionRequirementsKey())
        .setResourceName(requirements.resourceName())
        .setTenantId(Values.TENANT)
        .build();
  }

  private static FormMetadata form(Deployment.DeployedForm form) {
    return FormMetadata.newBuilder()
        .setFormId(form.formId())
        .setVersion(form.version())
        .setFormKey(form.formKey())
        .setResourceName(form.resourceName())
        .setTenantId(Values.TENANT)
        .build();
  }

  static GatewayOuterClass.DeleteResourceResponse deleted(
      long resourceKey, Optional<BatchOperationCreatedResult> batch) {
    var answer =
        GatewayOuterClass.DeleteResourceResponse.newBuilder()
            .setResourceKey(Values.text(resourceKey));
    batch.ifPresent(
        operation ->
            answer.setBatchOperation(
                GatewayOuterClass.BatchOperationCreatedResult.newBuilder()
                    .setBatchOperationKey(operation.getBatchOperationKey())
                    .setBatchOperationType(
                        BatchOperationTypeEnum.valueOf(
                            operation.getBatchOperationType().getValue()))));
    return answer.build();
  }
}
