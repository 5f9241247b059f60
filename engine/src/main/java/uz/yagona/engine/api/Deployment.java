package uz.yagona.engine.api;

import java.util.List;

/**
 * What a deployment holds, new and unchanged versions alike, in the order of the files.
 *
 * @param warnings what processes refer to and nobody has deployed yet: file, element, what is
 *     missing
 */
public record Deployment(
    long deploymentKey,
    List<DeployedProcess> processes,
    List<DeployedDecision> decisions,
    List<DeployedRequirements> requirements,
    List<DeployedForm> forms,
    List<DeployedOther> resources,
    List<String> warnings) {

  /** A deployment without warnings. */
  public Deployment(
      long deploymentKey,
      List<DeployedProcess> processes,
      List<DeployedDecision> decisions,
      List<DeployedRequirements> requirements,
      List<DeployedForm> forms,
      List<DeployedOther> resources) {
    this(deploymentKey, processes, decisions, requirements, forms, resources, List.of());
  }

  /** A version of a process. */
  public record DeployedProcess(
      String processDefinitionId, int version, long processDefinitionKey, String resourceName) {}

  /** A version of a decision. */
  public record DeployedDecision(
      String decisionDefinitionId,
      String name,
      int version,
      long decisionDefinitionKey,
      String decisionRequirementsId,
      long decisionRequirementsKey) {}

  /** A version of a DMN file. */
  public record DeployedRequirements(
      String decisionRequirementsId,
      String name,
      int version,
      long decisionRequirementsKey,
      String resourceName) {}

  /** A version of a form. */
  public record DeployedForm(String formId, int version, long formKey, String resourceName) {}

  /** A version of a file of another kind. */
  public record DeployedOther(
      String resourceId, int version, long resourceKey, String resourceName) {}
}
