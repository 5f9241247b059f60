package uz.yagona.engine.behavior;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.JobCommand.JobResult;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.feel.Expression;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.JobDefinition;
import uz.yagona.engine.model.UserTask;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.JobFailure;
import uz.yagona.engine.state.JobRow;

/** Jobs: made for elements and listeners, and what their end means. */
public final class Jobs {
  private static final String NO_EVENT = "UNSPECIFIED";

  private final Execution execution;

  Jobs(Execution execution) {
    this.execution = execution;
  }

  /** Asks for the work of the element itself. */
  void create(ElementInstance instance, JobDefinition definition) {
    create(instance, definition, JobRow.Kind.BPMN_ELEMENT, NO_EVENT);
  }

  void create(ElementInstance instance, JobDefinition definition, JobRow.Kind kind, String event) {
    var lookup = execution.variables.lookup(instance);
    var order =
        new JobRow.Order(
            execution.feel.evaluateString(definition.type(), lookup),
            kind,
            event,
            headers(instance, definition),
            Math.toIntExact(execution.feel.evaluateLong(definition.retries(), lookup)));
    execution.store.add(new JobRow(execution.store.newKey(), instance, order, execution.now()));
  }

  /** Asks a worker to have a person do the work, as user tasks without an own list do. */
  void createForPerson(ElementInstance instance, UserTask task) {
    var lookup = execution.variables.lookup(instance);
    var headers = new LinkedHashMap<>(task.headers());
    put(headers, "assignee", text(task.assignee(), lookup));
    put(headers, "candidateGroups", text(task.candidateGroups(), lookup));
    put(headers, "candidateUsers", text(task.candidateUsers(), lookup));
    put(headers, "dueDate", text(task.dueDate(), lookup));
    put(headers, "followUpDate", text(task.followUpDate(), lookup));
    var form = task.form();
    put(headers, "formKey", form == null ? null : form.formKey());
    var order = new JobRow.Order(UserTask.JOB_TYPE, JobRow.Kind.BPMN_ELEMENT, NO_EVENT, headers, 1);
    execution.store.add(new JobRow(execution.store.newKey(), instance, order, execution.now()));
  }

  private @Nullable String text(@Nullable Expression expression, VariableLookup lookup) {
    if (expression == null) {
      return null;
    }
    var value = execution.feel.evaluateValue(expression, lookup);
    return value == null || value instanceof String ? (String) value : Variables.jsonOfValue(value);
  }

  private static void put(Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.put("io.camunda.zeebe:" + name, value);
    }
  }

  private Map<String, String> headers(ElementInstance instance, JobDefinition definition) {
    if (definition.linkedResources().isEmpty()) {
      return definition.headers();
    }
    var headers = new LinkedHashMap<>(definition.headers());
    headers.put(
        "linkedResources",
        execution.definitions.linkedResources(
            definition.linkedResources(), instance.process().definition().deploymentKey()));
    return headers;
  }

  /** The work is done. */
  public void completed(JobRow job, Map<String, Object> variables, @Nullable JobResult result) {
    var owner = job.owner();
    end(job, JobRow.State.COMPLETED);
    switch (job.kind()) {
      case BPMN_ELEMENT -> execution.interpreter.complete(owner, variables);
      case EXECUTION_LISTENER -> execution.listeners.done(owner, variables);
      case TASK_LISTENER -> execution.userTasks.listenerDone(job, variables, result);
      case AD_HOC_SUB_PROCESS -> execution.adHoc.jobDone(owner, variables, result);
    }
  }

  /** An error was thrown; {@code false} when nothing catches it, then the job stays. */
  public boolean throwError(
      JobRow job, String code, @Nullable String message, Map<String, Object> variables) {
    execution.store.add(new JobFailure(job, code, message, execution.now()));
    var caught = execution.throwing.error(job.owner(), code, variables);
    if (caught) {
      job.throwError(code, message, execution.now());
      end(job, JobRow.State.ERROR_THROWN);
    } else {
      job.throwError(code, message, execution.now());
      execution.incidents.raise(
          job, IncidentType.UNHANDLED_ERROR_EVENT, Throwing.uncaught(code, message));
    }
    return caught;
  }

  /** The work is not wanted any more. */
  void cancel(JobRow job) {
    end(job, JobRow.State.CANCELED);
  }

  private void end(JobRow job, JobRow.State last) {
    job.end(last, execution.now());
    execution.store.close(job);
  }

  /** The incident type of a job whose retries are used up. */
  public static IncidentType noRetries(JobRow job) {
    return switch (job.kind()) {
      case BPMN_ELEMENT -> IncidentType.JOB_NO_RETRIES;
      case EXECUTION_LISTENER -> IncidentType.EXECUTION_LISTENER_NO_RETRIES;
      case TASK_LISTENER -> IncidentType.TASK_LISTENER_NO_RETRIES;
      case AD_HOC_SUB_PROCESS -> IncidentType.AD_HOC_SUB_PROCESS_NO_RETRIES;
    };
  }
}
