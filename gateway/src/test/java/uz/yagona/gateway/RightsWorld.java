package uz.yagona.gateway;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.GlobalTaskListenerEventType;
import io.camunda.client.api.search.enums.OwnerType;
import io.camunda.client.api.search.enums.PermissionType;
import io.camunda.client.api.search.enums.ResourceType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** Two processes alike, a decision, and what an administrator does to have something to try. */
final class RightsWorld implements AutoCloseable {
  static final String PASSWORD = "a-long-password";
  static final String ORDERS = "orders";
  static final String SECRETS = "secrets";

  /** Nothing is open without sign-in. */
  final GatewayFixture fixture =
      GatewayFixture.start(Map.of("yagona.gateway.test-endpoints", false));

  final CamundaClient admin = fixture.rest();

  RightsWorld() {
    admin
        .newDeployResourceCommand()
        .addProcessModel(process(ORDERS), "orders.bpmn")
        .addProcessModel(process(SECRETS), "secrets.bpmn")
        .addResourceFromClasspath("sla.dmn")
        .send()
        .join();
  }

  /** A user task of the reviewers and a job {@code ship}, at the same time. */
  static BpmnModelInstance process(String id) {
    return Bpmn.createExecutableProcess(id)
        .startEvent()
        .parallelGateway("fork")
        .userTask("check")
        .zeebeUserTask()
        .zeebeCandidateGroups("reviewers")
        .endEvent()
        .moveToNode("fork")
        .serviceTask("ship", task -> task.zeebeJobType("ship"))
        .endEvent()
        .done();
  }

  CamundaClient user(String name, boolean preferRest) {
    admin.newCreateUserCommand().username(name).password(PASSWORD).send().join();
    return fixture.as(name, PASSWORD, preferRest);
  }

  /** The key of the authorization. */
  long grant(String user, ResourceType resource, String id, PermissionType... permissions) {
    return admin
        .newCreateAuthorizationCommand()
        .ownerId(user)
        .ownerType(OwnerType.USER)
        .resourceId(id)
        .resourceType(resource)
        .permissionTypes(permissions)
        .send()
        .join()
        .getAuthorizationKey();
  }

  void revoke(long authorizationKey) {
    admin.newDeleteAuthorizationCommand(authorizationKey).send().join();
  }

  long instance(String process) {
    return admin
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(Map.of("colour", "blue"))
        .send()
        .join()
        .getProcessInstanceKey();
  }

  long endedInstance(String process) {
    var key = instance(process);
    admin.newCancelInstanceCommand(key).send().join();
    return key;
  }

  long task(String process) {
    var instance = instance(process);
    return admin
        .newUserTaskSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance))
        .send()
        .join()
        .singleItem()
        .getUserTaskKey();
  }

  /** A leased job of the process. */
  ActivatedJob job(String process) {
    var instance = instance(process);
    return Awaitility.await()
        .until(
            () ->
                admin
                    .newActivateJobsCommand()
                    .jobType("ship")
                    .maxJobsToActivate(100)
                    .timeout(Duration.ofHours(1))
                    .requestTimeout(Duration.ofSeconds(5))
                    .send()
                    .join()
                    .getJobs()
                    .stream()
                    .filter(job -> job.getProcessInstanceKey() == instance)
                    .findFirst()
                    .orElse(null),
            job -> job != null);
  }

  long incident(String process) {
    var job = job(process);
    admin.newFailCommand(job).retries(0).send().join();
    admin.newUpdateRetriesCommand(job).retries(1).send().join();
    return admin
        .newIncidentSearchRequest()
        .filter(filter -> filter.processInstanceKey(job.getProcessInstanceKey()))
        .send()
        .join()
        .singleItem()
        .getIncidentKey();
  }

  long definition(String process) {
    return admin
        .newProcessDefinitionSearchRequest()
        .filter(filter -> filter.processDefinitionId(process).isLatestVersion(true))
        .send()
        .join()
        .singleItem()
        .getProcessDefinitionKey();
  }

  /** A process that is deployed to be deleted. */
  long disposable() {
    return admin
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess("disposable")
                .startEvent("start-" + System.nanoTime())
                .endEvent()
                .done(),
            "disposable.bpmn")
        .send()
        .join()
        .getProcesses()
        .get(0)
        .getProcessDefinitionKey();
  }

  long decision() {
    return admin.newDecisionDefinitionSearchRequest().send().join().items().get(0).getDecisionKey();
  }

  long requirements() {
    return admin
        .newDecisionRequirementsSearchRequest()
        .send()
        .join()
        .items()
        .get(0)
        .getDecisionRequirementsKey();
  }

  /** The key of an evaluation. */
  long evaluation() {
    return admin
        .newEvaluateDecisionCommand()
        .decisionKey(decision())
        .variables(Map.of())
        .send()
        .join()
        .getDecisionEvaluationKey();
  }

  /** A resource that is neither model nor form. */
  long file() {
    return admin
        .newDeployResourceCommand()
        .addResourceStringUtf8("norm " + System.nanoTime(), "norms.md")
        .send()
        .join()
        .getResource()
        .get(0)
        .getResourceKey();
  }

  /** A batch operation that waits. */
  String batch() {
    return admin
        .newCreateBatchOperationCommand()
        .processInstanceCancel()
        .filter(filter -> filter.processInstanceKey(1L))
        .send()
        .join()
        .getBatchOperationKey();
  }

  @Override
  public void close() {
    fixture.close();
  }

  /** The name of a cluster variable, which is there. */
  String variable(String name) {
    var client = fixture.rest();
    var found =
        client.newClusterVariableSearchRequest().filter(filter -> filter.name(name)).send().join();
    if (found.items().isEmpty()) {
      client.newGloballyScopedClusterVariableCreateRequest().create(name, 1).send().join();
    }
    return name;
  }

  /** The id of a global task listener, which is there. */
  String listener() {
    var client = fixture.rest();
    var found =
        client
            .newGlobalTaskListenerSearchRequest()
            .filter(filter -> filter.id("listener"))
            .send()
            .join();
    if (found.items().isEmpty()) {
      client
          .newCreateGlobalTaskListenerRequest()
          .id("listener")
          .type("t")
          .eventTypes(GlobalTaskListenerEventType.UPDATING)
          .send()
          .join();
    }
    return "listener";
  }
}
