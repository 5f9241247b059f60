package uz.yagona.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One instance of citizen-request; plays the portal, the workers and the staff. */
final class Walk extends ProcessWalk {
  private final String requestId = UUID.randomUUID().toString();

  private Walk(CamundaClient client) {
    super(client);
  }

  /** An ordinary appeal about roads. */
  static Map<String, @Nullable Object> appeal() {
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("serviceCode", "murojaat");
    variables.put("caseType", "APPEAL");
    variables.put("subType", "ARIZA");
    variables.put("topic", "ROADS");
    variables.put("region", "1726");
    variables.put("district", "1726269");
    variables.put("complainedBody", null);
    variables.put("vulnerable", false);
    variables.put("repeat", false);
    variables.put("language", "uz-Latn");
    variables.put("filedAt", "2026-11-25T10:00:00+05:00");
    return variables;
  }

  static Map<String, @Nullable Object> certificate() {
    var variables = appeal();
    variables.put("serviceCode", "demolition-certificate");
    variables.put("caseType", "SERVICE");
    variables.put("subType", "DEMOLITION_CERTIFICATE");
    variables.put("topic", "LAND");
    variables.put("cadastreNo", "10:05:03:02:01:0123");
    return variables;
  }

  /** Files the request and does the steps up to the deadline. */
  static Walk file(CamundaClient client, Map<String, @Nullable Object> variables) {
    var walk = new Walk(client);
    variables.put("requestId", walk.requestId);
    client
        .newPublishMessageCommand()
        .messageName("request.filed")
        .correlationKey(walk.requestId)
        .messageId(walk.requestId)
        .timeToLive(Duration.ofHours(1))
        .variables(variables)
        .send()
        .join();
    var registered =
        walk.complete(
            "request-register",
            Map.of("number", "UZ-MRJ-2026-000001", "filedAt", "2026-11-25T10:00:00+05:00"));
    assertThat(registered.getVariablesAsMap()).containsEntry("requestId", walk.requestId);
    walk.instance = registered.getProcessInstanceKey();
    walk.complete("deadline-calc", deadline("2026-12-03", "2026-12-07", "2026-12-10"));
    return walk;
  }

  static Map<String, Object> deadline(String half, String most, String due) {
    return Map.of(
        "at50", half + "T09:00:00+05:00",
        "at80", most + "T09:00:00+05:00",
        "dueAt", due + "T18:00:00+05:00",
        "dueDate", due);
  }

  /** Walks on until the first reviewer has a task. */
  UserTask toReview() {
    complete("notify", Map.of());
    complete("request-state", Map.of());
    return task("review-request");
  }

  /** Approves and walks on until a head has a task. */
  UserTask toSignature() {
    finish(task("review-request"), Map.of("outcome", "APPROVE", "reviewer", "appeals1"));
    complete(
        "pdf-render",
        Map.of(
            "documentId", "d-1", "documentNumber", "UZ-DOC-2026-000001", "documentDigest", "ab"));
    complete("request-state", Map.of());
    return task("sign-decision");
  }

  UserTask task(String elementId) {
    return await().atMost(LIMIT).until(() -> tasks(elementId), found -> !found.isEmpty()).get(0);
  }

  void publish(String message) {
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(requestId)
        .timeToLive(Duration.ofHours(1))
        .send()
        .join();
  }

  /** Ends an instance that a test leaves open. */
  void abandon() {
    client.newCancelInstanceCommand(instance).send().join();
  }

  private List<UserTask> tasks(String elementId) {
    return client
        .newUserTaskSearchRequest()
        .filter(
            filter ->
                filter
                    .processInstanceKey(instance)
                    .elementId(elementId)
                    .state(UserTaskState.CREATED))
        .send()
        .join()
        .items();
  }
}
