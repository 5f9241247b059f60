package uz.yagona.gateway.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.camunda.client.protocol.rest.DeploymentMetadataResult;
import java.util.List;

/**
 * The answer of the API and, beyond it, what processes refer to that nobody has deployed yet.
 *
 * @param warnings absent when there are none
 */
record DeploymentAnswer(
    String deploymentKey,
    String tenantId,
    List<DeploymentMetadataResult> deployments,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {}
