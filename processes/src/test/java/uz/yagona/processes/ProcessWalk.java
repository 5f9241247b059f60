package uz.yagona.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One process instance whose workers and people a test plays. */
abstract class ProcessWalk {
  static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofSeconds(15);

  final CamundaClient client;
  long instance;

  ProcessWalk(CamundaClient client) {
    this.client = client;
  }

  ActivatedJob job(String type) {
    var jobs =
        client
            .newActivateJobsCommand()
            .jobType(type)
            .maxJobsToActivate(1)
            .timeout(Duration.ofMinutes(5))
            .requestTimeout(POLL)
            .send()
            .join()
            .getJobs();
    assertThat(jobs).as("a job of type %s", type).hasSize(1);
    return jobs.get(0);
  }

  /** Does the next job of {@code type}. */
  ActivatedJob complete(String type, Map<String, Object> variables) {
    var job = job(type);
    client.newCompleteCommand(job).variables(variables).send().join();
    return job;
  }

  /** Lets the next job of {@code type} end in a BPMN error. */
  void throwError(String type, String errorCode) {
    client.newThrowErrorCommand(job(type)).errorCode(errorCode).send().join();
  }

  void finish(UserTask task, Map<String, Object> variables) {
    client.newCompleteUserTaskCommand(task.getUserTaskKey()).variables(variables).send().join();
  }

  /** The value as JSON text; {@code null} when there is no such variable. */
  @Nullable String variable(String name) {
    return client
        .newVariableSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance).name(name).scopeKey(instance))
        .send()
        .join()
        .items()
        .stream()
        .map(variable -> variable.getValue())
        .findFirst()
        .orElse(null);
  }

  /** Waits for the end of the instance and gives the ids of the elements that completed. */
  List<String> end() {
    await()
        .atMost(LIMIT)
        .until(
            () ->
                client
                    .newProcessInstanceSearchRequest()
                    .filter(filter -> filter.processInstanceKey(instance))
                    .send()
                    .join()
                    .items()
                    .stream()
                    .anyMatch(found -> found.getState() == ProcessInstanceState.COMPLETED));
    return elements(ElementInstanceState.COMPLETED);
  }

  List<String> elements(ElementInstanceState state) {
    return client
        .newElementInstanceSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance).state(state))
        .page(page -> page.limit(200))
        .send()
        .join()
        .items()
        .stream()
        .map(ElementInstance::getElementId)
        .toList();
  }
}
