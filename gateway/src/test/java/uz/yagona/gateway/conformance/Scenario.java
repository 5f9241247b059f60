package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vocabulary of the suite. All test classes share one server; each test starts with nothing.
 */
abstract class Scenario {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Started once for all test classes of the suite; ends with the JVM. */
  private static final class Server {
    private static final Target TARGET = Target.start();
  }

  static final String PROCESS = "process";

  @BeforeEach
  void startWithNothing() {
    Server.TARGET.startWithNothing();
  }

  static CamundaClient client() {
    return Server.TARGET.client();
  }

  // what the caller does ------------------------------------------------------------------------

  static void deploy(BpmnModelInstance... models) {
    for (var i = 0; i < models.length; i++) {
      deploy(Bpmn.convertToString(models[i]), "model-%d.bpmn".formatted(i));
    }
  }

  static void deploy(String content, String resourceName) {
    client().newDeployResourceCommand().addResourceStringUtf8(content, resourceName).send().join();
  }

  static long start(Map<String, ?> variables) {
    return client()
        .newCreateInstanceCommand()
        .bpmnProcessId(PROCESS)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  static long start(BpmnModelInstance model, Map<String, ?> variables) {
    deploy(model);
    return start(variables);
  }

  static long start(BpmnModelInstance model) {
    return start(model, Map.of());
  }

  static List<ActivatedJob> jobs(String type) {
    return client()
        .newActivateJobsCommand()
        .jobType(type)
        .maxJobsToActivate(100)
        .timeout(Duration.ofDays(1))
        .requestTimeout(Duration.ofMillis(-1))
        .send()
        .join()
        .getJobs();
  }

  static ActivatedJob job(String type) {
    var jobs = jobs(type);
    assertThat(jobs).as("jobs of type " + type).hasSize(1);
    return jobs.get(0);
  }

  static void complete(String jobType) {
    complete(jobType, Map.of());
  }

  static void complete(String jobType, Map<String, ?> variables) {
    client().newCompleteCommand(job(jobType)).variables(variables).send().join();
  }

  static void throwError(String jobType, String code, Map<String, ?> variables) {
    client()
        .newThrowErrorCommand(job(jobType))
        .errorCode(code)
        .errorMessage("thrown by the test")
        .variables(variables)
        .send()
        .join();
  }

  static void publish(String name, String correlationKey, Map<String, ?> variables) {
    client()
        .newPublishMessageCommand()
        .messageName(name)
        .correlationKey(correlationKey)
        .timeToLive(Duration.ofHours(1))
        .variables(variables)
        .send()
        .join();
  }

  static void publish(String name, String correlationKey) {
    publish(name, correlationKey, Map.of());
  }

  static void broadcast(String signal) {
    client().newBroadcastSignalCommand().signalName(signal).send().join();
  }

  static void cancel(long instance) {
    client().newCancelInstanceCommand(instance).send().join();
  }

  static void setVariables(long scope, Map<String, ?> variables) {
    client().newSetVariablesCommand(scope).variables(variables).send().join();
  }

  static void resolve(Incident incident) {
    client().newResolveIncidentCommand(incident.getIncidentKey()).send().join();
  }

  /** Moves the clock; what became due has happened when it returns. */
  static void advance(Duration step) {
    Server.TARGET.advance(step);
  }

  /** Whether the key was given to something of this test. */
  static boolean isOfThisTest(long key) {
    return Server.TARGET.isOfThisTest(key);
  }

  // what the caller sees ------------------------------------------------------------------------

  static ProcessInstanceState state(long instance) {
    return client().newProcessInstanceGetRequest(instance).send().join().getState();
  }

  static List<ElementInstance> elements(long instance) {
    return client()
        .newElementInstanceSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance))
        .sort(sort -> sort.elementInstanceKey().asc())
        .page(page -> page.limit(1000))
        .send()
        .join()
        .items();
  }

  private static List<String> ids(long instance, ElementInstanceState state) {
    return elements(instance).stream()
        .filter(element -> element.getState() == state)
        .map(ElementInstance::getElementId)
        .toList();
  }

  /** Ids of the active elements, the oldest first; the process itself is not among them. */
  static List<String> active(long instance) {
    return ids(instance, ElementInstanceState.ACTIVE);
  }

  static List<String> completed(long instance) {
    return ids(instance, ElementInstanceState.COMPLETED);
  }

  static List<String> terminated(long instance) {
    return ids(instance, ElementInstanceState.TERMINATED);
  }

  static ElementInstance element(long instance, String elementId) {
    var found =
        elements(instance).stream().filter(e -> e.getElementId().equals(elementId)).toList();
    assertThat(found).as("instances of " + elementId).hasSize(1);
    return found.get(0);
  }

  /** Variables of the process instance itself, as plain values. */
  static Map<String, Object> variables(long instance) {
    return variablesOf(instance);
  }

  static Map<String, Object> variablesOf(long scope) {
    var variables = new TreeMap<String, Object>();
    client()
        .newVariableSearchRequest()
        .filter(filter -> filter.scopeKey(scope))
        .send()
        .join()
        .items()
        .forEach(v -> variables.put(v.getName(), JSON.readValue(v.getValue(), Object.class)));
    return variables;
  }

  static List<Incident> incidents(long instance) {
    return client()
        .newIncidentSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance).state(IncidentState.ACTIVE))
        .send()
        .join()
        .items();
  }

  static Incident incident(long instance) {
    var incidents = incidents(instance);
    assertThat(incidents).as("active incidents").hasSize(1);
    return incidents.get(0);
  }

  static UserTask userTask(long instance) {
    return client()
        .newUserTaskSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance))
        .send()
        .join()
        .singleItem();
  }

  /** Keys of the instances of a process that this test has started. */
  static List<Long> instancesOf(String processId) {
    return client()
        .newProcessInstanceSearchRequest()
        .filter(filter -> filter.processDefinitionId(processId))
        .sort(sort -> sort.processInstanceKey().desc())
        .send()
        .join()
        .items()
        .stream()
        .map(ProcessInstance::getProcessInstanceKey)
        .filter(Scenario::isOfThisTest)
        .toList();
  }

  static long instanceOf(String processId) {
    var instances = instancesOf(processId);
    assertThat(instances).as("instances of " + processId).hasSize(1);
    return instances.get(0);
  }

  static void assertCompleted(long instance) {
    assertThat(state(instance)).isEqualTo(ProcessInstanceState.COMPLETED);
    assertThat(active(instance)).isEmpty();
    assertNothingWaits();
  }

  static void assertTerminated(long instance) {
    assertThat(state(instance)).isEqualTo(ProcessInstanceState.TERMINATED);
    assertThat(active(instance)).isEmpty();
    assertNothingWaits();
  }

  /** No wait state of any instance is left over. */
  static void assertNothingWaits() {
    assertThat(Server.TARGET.waiting()).isEmpty();
  }
}
