package uz.yagona.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One instance of document-signing; plays the signers and the signing worker. */
final class SigningWalk extends ProcessWalk {
  static final String DRAFT = "d".repeat(64);

  private SigningWalk(CamundaClient client, long instance) {
    super(client);
    this.instance = instance;
  }

  /** A person of the plan; the substitute may be {@code null}. */
  static Map<String, @Nullable Object> signer(String userName, @Nullable String substitute) {
    var signer = new LinkedHashMap<String, @Nullable Object>();
    signer.put("userName", userName);
    signer.put("role", "MEMBER");
    signer.put("substitute", substitute);
    return signer;
  }

  static Map<String, @Nullable Object> of(String docType, List<?> signers) {
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("requestId", "r-1");
    variables.put("docType", docType);
    variables.put("signers", signers);
    variables.put("reviewer", "author");
    variables.put("reviewGroup", "project-office");
    variables.put("headGroup", "heads");
    variables.put("seal", null);
    return variables;
  }

  static SigningWalk start(CamundaClient client, Map<String, @Nullable Object> variables) {
    var started =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("document-signing")
            .latestVersion()
            .variables(variables)
            .send()
            .join();
    return new SigningWalk(client, started.getProcessInstanceKey());
  }

  /** Draws the draft; gives the job. */
  ActivatedJob draw() {
    return complete(
        "pdf-render",
        Map.of(
            "documentId", "d-1",
            "documentNumber", "UZ-DOC-2026-000001",
            "documentDigest", DRAFT));
  }

  UserTask task(String assignee) {
    return await().atMost(LIMIT).until(() -> open(assignee), tasks -> !tasks.isEmpty()).get(0);
  }

  /** The task of the assignee that came after another one. */
  UserTask task(String assignee, UserTask earlier) {
    return await()
        .atMost(LIMIT)
        .until(
            () ->
                open(assignee).stream()
                    .filter(task -> !task.getUserTaskKey().equals(earlier.getUserTaskKey()))
                    .toList(),
            tasks -> !tasks.isEmpty())
        .get(0);
  }

  private List<UserTask> open(String assignee) {
    return openTasks().stream().filter(task -> assignee.equals(task.getAssignee())).toList();
  }

  /** The open task of this element that a group may take. */
  UserTask groupTask(String element) {
    return await()
        .atMost(LIMIT)
        .until(
            () ->
                openTasks().stream()
                    .filter(task -> task.getElementId().equals(element))
                    .filter(task -> !task.getCandidateGroups().isEmpty())
                    .toList(),
            tasks -> !tasks.isEmpty())
        .get(0);
  }

  List<UserTask> openTasks() {
    var turns = turns();
    return client
        .newUserTaskSearchRequest()
        .filter(filter -> filter.state(UserTaskState.CREATED))
        .send()
        .join()
        .items()
        .stream()
        .filter(task -> turns.contains(task.getProcessInstanceKey()))
        .toList();
  }

  /** Keys of the process instances of all signers. */
  private List<Long> turns() {
    return client
        .newProcessInstanceSearchRequest()
        .filter(filter -> filter.parentProcessInstanceKey(instance))
        .send()
        .join()
        .items()
        .stream()
        .map(found -> found.getProcessInstanceKey())
        .toList();
  }

  /** The signer presses the button; what the worker says to it comes next. */
  void press(String signer) {
    press(task(signer), signer);
  }

  void press(UserTask task, String signer) {
    finish(task, Map.of("signOutcome", "SIGN", "signer", signer, "signedDigest", DRAFT));
  }

  /** The worker signs; {@code missing} persons are still to sign. */
  ActivatedJob signed(int missing) {
    return complete("pdf-sign", signature(missing));
  }

  /** The signer presses the button and the worker signs. */
  ActivatedJob sign(String signer, int missing) {
    press(signer);
    var job = signed(missing);
    assertThat(job.getVariablesAsMap()).containsEntry("signer", signer);
    return job;
  }

  private static Map<String, Object> signature(int missing) {
    return Map.of("signature", Map.of("level", "PAdES-B-T", "missingPersons", missing));
  }

  /** Waits for the end, without a single incident; gives the ids of the completed elements. */
  @Override
  List<String> end() {
    var completed = super.end();
    assertThat(openTasks()).as("tasks that outlive the document").isEmpty();
    assertThat(
            client
                .newIncidentSearchRequest()
                .filter(filter -> filter.state(IncidentState.ACTIVE))
                .send()
                .join()
                .items())
        .isEmpty();
    return completed;
  }
}
