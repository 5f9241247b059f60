package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** User tasks of the engine and of job workers. */
class UserTasksIT extends Scenario {

  private static BpmnModelInstance review() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .userTask("review")
        .zeebeUserTask()
        .zeebeAssigneeExpression("reviewer")
        .zeebeCandidateGroupsExpression("[\"legal\", \"social\"]")
        .zeebeCandidateUsers("ali,vali")
        .zeebeDueDateExpression("due")
        .zeebeTaskPriorityExpression("40 + 2")
        .endEvent()
        .done();
  }

  private static final Map<String, String> DUE = Map.of("due", "2030-01-01T10:00:00Z");

  @Test
  void shouldCreateUserTaskWithItsAttributes() {
    var instance = start(review(), DUE);

    var task = userTask(instance);
    assertThat(task.getState()).isEqualTo(UserTaskState.CREATED);
    assertThat(task.getAssignee()).isNull();
    assertThat(task.getCandidateGroups()).containsExactly("legal", "social");
    assertThat(task.getCandidateUsers()).containsExactly("ali", "vali");
    assertThat(task.getPriority()).isEqualTo(42);
    assertThat(task.getDueDate()).isEqualTo("2030-01-01T10:00:00Z");
  }

  @Test
  void shouldAssignAndComplete() {
    var instance = start(review(), DUE);
    var task = userTask(instance).getUserTaskKey();

    client().newAssignUserTaskCommand(task).assignee("ali").send().join();
    assertThat(userTask(instance).getAssignee()).isEqualTo("ali");
    assertThatThrownBy(
            () ->
                client()
                    .newAssignUserTaskCommand(task)
                    .assignee("vali")
                    .allowOverride(false)
                    .send()
                    .join())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("409");
    client().newCompleteUserTaskCommand(task).variables(Map.of("ok", true)).send().join();

    assertThat(userTask(instance).getState()).isEqualTo(UserTaskState.COMPLETED);
    assertThat(variables(instance)).containsEntry("ok", true);
    assertCompleted(instance);
  }

  @Test
  void shouldAssignFromTheModel() {
    var instance = start(review(), Map.of("due", "2030-01-01T10:00:00Z", "reviewer", "hamida"));

    assertThat(userTask(instance).getAssignee()).isEqualTo("hamida");
  }

  @Test
  void shouldCancelUserTaskWithItsInstance() {
    var instance = start(review(), DUE);

    cancel(instance);

    assertThat(userTask(instance).getState()).isEqualTo(UserTaskState.CANCELED);
    assertThat(terminated(instance)).containsExactly("review");
    assertTerminated(instance);
  }

  @Test
  void shouldRaiseIncidentWhenDueDateIsNoDate() {
    var instance = start(review(), Map.of("due", "soon"));
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.EXTRACT_VALUE_ERROR);
    assertThat(incident.getErrorMessage()).contains("soon");

    setVariables(instance, DUE);
    resolve(incident);

    assertThat(userTask(instance).getState()).isEqualTo(UserTaskState.CREATED);
  }

  @Test
  void shouldRaiseIncidentWhenFormIsMissing() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .userTask("review")
                .zeebeUserTask()
                .zeebeFormId("check")
                .endEvent()
                .done());
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.FORM_NOT_FOUND);

    deploy("{\"id\": \"check\", \"components\": []}", "check.form");
    resolve(incident);

    assertThat(userTask(instance).getFormKey()).isNotNull();
  }

  @Test
  void shouldGiveUserTaskWithoutExtensionToWorkers() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .userTask("review", task -> task.zeebeAssignee("ali"))
                .endEvent()
                .done());

    var job = job("io.camunda.zeebe:userTask");
    assertThat(job.getCustomHeaders()).containsEntry("io.camunda.zeebe:assignee", "ali");
    client().newCompleteCommand(job).send().join();

    assertCompleted(instance);
  }

  @Test
  void shouldRunTaskListenersAroundCompletion() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .userTask("review")
                .zeebeUserTask()
                .zeebeTaskListener(listener -> listener.completing().type("check"))
                .endEvent()
                .done());
    var completion =
        client().newCompleteUserTaskCommand(userTask(instance).getUserTaskKey()).send();

    org.awaitility.Awaitility.await()
        .until(() -> userTask(instance).getState() == UserTaskState.COMPLETING);
    complete("check");
    completion.join();

    assertCompleted(instance);
  }

  @Test
  void shouldKeepTaskWhenListenerDenies() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .userTask("review")
                .zeebeUserTask()
                .zeebeTaskListener(listener -> listener.completing().type("check"))
                .endEvent()
                .done());
    var completion =
        client().newCompleteUserTaskCommand(userTask(instance).getUserTaskKey()).send();
    org.awaitility.Awaitility.await()
        .until(() -> userTask(instance).getState() == UserTaskState.COMPLETING);

    client()
        .newCompleteCommand(job("check"))
        .withResult(result -> result.forUserTask().deny(true, "not yet"))
        .send()
        .join();

    assertThatThrownBy(completion::join).hasMessageContaining("not yet");
    assertThat(userTask(instance).getState()).isEqualTo(UserTaskState.CREATED);
  }
}
