package uz.yagona.gateway.deployment;

import io.camunda.client.protocol.rest.DeploymentDecisionRequirementsResult;
import io.camunda.client.protocol.rest.DeploymentDecisionResult;
import io.camunda.client.protocol.rest.DeploymentFormResult;
import io.camunda.client.protocol.rest.DeploymentMetadataResult;
import io.camunda.client.protocol.rest.DeploymentProcessResult;
import io.camunda.client.protocol.rest.DeploymentResourceResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import uz.yagona.engine.api.Deployment;
import uz.yagona.engine.api.DeploymentCommand.DeployResources;
import uz.yagona.engine.api.DeploymentCommand.DeployedFile;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.json.Values;

/** Takes files to deploy. */
@ChecksRights
@RestController("gatewayDeploymentController")
final class DeploymentController {
  private final Commands commands;

  DeploymentController(Commands commands) {
    this.commands = commands;
  }

  @PostMapping(path = "/v2/deployments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  CompletableFuture<DeploymentAnswer> deploy(
      @RequestParam("resources") List<MultipartFile> resources,
      @RequestParam(name = "tenantId", required = false) @Nullable String tenantId)
      throws IOException {
    Values.onlyDefaultTenant(tenantId);
    var files = new ArrayList<DeployedFile>();
    for (var resource : resources) {
      var name = Values.required("filename", resource.getOriginalFilename());
      files.add(new DeployedFile(name, resource.getBytes()));
    }
    return commands.submit(new DeployResources(files)).thenApply(DeploymentController::answer);
  }

  private static DeploymentAnswer answer(Deployment deployment) {
    var all = new ArrayList<DeploymentMetadataResult>();
    deployment.processes().forEach(process -> all.add(process(process)));
    deployment.decisions().forEach(decision -> all.add(decision(decision)));
    deployment.requirements().forEach(requirements -> all.add(requirements(requirements)));
    deployment.forms().forEach(form -> all.add(form(form)));
    deployment.resources().forEach(resource -> all.add(resource(resource)));
    return new DeploymentAnswer(
        Values.text(deployment.deploymentKey()), Values.TENANT, all, deployment.warnings());
  }

  private static DeploymentMetadataResult process(Deployment.DeployedProcess process) {
    return new DeploymentMetadataResult()
        .processDefinition(
            new DeploymentProcessResult()
                .processDefinitionId(process.processDefinitionId())
                .processDefinitionVersion(process.version())
                .processDefinitionKey(Values.text(process.processDefinitionKey()))
                .resourceName(process.resourceName())
                .tenantId(Values.TENANT));
  }

  private static DeploymentMetadataResult decision(Deployment.DeployedDecision decision) {
    return new DeploymentMetadataResult()
        .decisionDefinition(
            new DeploymentDecisionResult()
                .decisionDefinitionId(decision.decisionDefinitionId())
                .name(decision.name())
                .version(decision.version())
                .decisionDefinitionKey(Values.text(decision.decisionDefinitionKey()))
                .decisionRequirementsId(decision.decisionRequirementsId())
                .decisionRequirementsKey(Values.text(decision.decisionRequirementsKey()))
                .tenantId(Values.TENANT));
  }

  private static DeploymentMetadataResult requirements(
      Deployment.DeployedRequirements requirements) {
    return new DeploymentMetadataResult()
        .decisionRequirements(
            new DeploymentDecisionRequirementsResult()
                .decisionRequirementsId(requirements.decisionRequirementsId())
                .decisionRequirementsName(requirements.name())
                .version(requirements.version())
                .decisionRequirementsKey(Values.text(requirements.decisionRequirementsKey()))
                .resourceName(requirements.resourceName())
                .tenantId(Values.TENANT));
  }

  private static DeploymentMetadataResult form(Deployment.DeployedForm form) {
    return new DeploymentMetadataResult()
        .form(
            new DeploymentFormResult()
                .formId(form.formId())
                .version(form.version())
                .formKey(Values.text(form.formKey()))
                .resourceName(form.resourceName())
                .tenantId(Values.TENANT));
  }

  private static DeploymentMetadataResult resource(Deployment.DeployedOther resource) {
    return new DeploymentMetadataResult()
        .resource(
            new DeploymentResourceResult()
                .resourceId(resource.resourceId())
                .version(resource.version())
                .resourceKey(Values.text(resource.resourceKey()))
                .resourceName(resource.resourceName())
                .tenantId(Values.TENANT));
  }
}
