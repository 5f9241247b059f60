package uz.yagona.engine.behavior;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.JobCommand;
import uz.yagona.engine.api.JobCommand.JobResult;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.feel.Expression;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.FormReference;
import uz.yagona.engine.model.JobDefinition;
import uz.yagona.engine.model.TaskListener.Event;
import uz.yagona.engine.model.UserTask;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.JobRow;
import uz.yagona.engine.state.TaskAssignment;
import uz.yagona.engine.state.TaskRow;
import uz.yagona.engine.state.TaskRow.Attributes;

/** User tasks and the listeners that may correct or deny their changes. */
public final class UserTasks {
  private static final int DEFAULT_PRIORITY = 50;

  private final Execution execution;

  UserTasks(Execution execution) {
    this.execution = execution;
  }

  // create ----------------------------------------------------------------------------------------

  void create(ElementInstance instance, UserTask element) {
    var lookup = execution.variables.lookup(instance);
    var wanted = attributes(element, lookup);
    var first =
        new Attributes(
            hasListeners(element, Event.ASSIGNING) ? null : wanted.assignee(),
            wanted.candidateGroups(),
            wanted.candidateUsers(),
            wanted.dueDate(),
            wanted.followUpDate(),
            wanted.priority());
    var task =
        new TaskRow(
            execution.store.newKey(),
            instance,
            first,
            form(instance, element.form(), lookup),
            element.headers(),
            execution.now());
    execution.store.add(task);
    begin(task, new TaskChange(Event.CREATING, 0, null, first, Map.of()));
    if (wanted.assignee() != null && first.assignee() == null) {
      instance.remember(Event.ASSIGNING.name(), wanted.assignee());
      assignFirst(task);
    }
  }

  private void assignFirst(TaskRow task) {
    var assignee = task.owner().recall(Event.ASSIGNING.name());
    if (task.state() == TaskRow.State.CREATED && assignee instanceof String name) {
      task.owner().remember(Event.ASSIGNING.name(), null);
      var before = task.attributes();
      var next =
          TaskChange.apply(
              before, new JobCommand.TaskCorrections(name, null, null, null, null, null));
      begin(task, new TaskChange(Event.ASSIGNING, 0, "assign", next, Map.of()));
    }
  }

  private Attributes attributes(UserTask element, VariableLookup lookup) {
    var feel = execution.feel;
    var assignee =
        element.assignee() == null ? null : feel.evaluateOptionalString(element.assignee(), lookup);
    var priority =
        element.priority() == null
            ? DEFAULT_PRIORITY
            : Math.toIntExact(feel.evaluateLong(element.priority(), lookup));
    return new Attributes(
        assignee == null || assignee.isBlank() ? null : assignee,
        texts(element.candidateGroups(), lookup),
        texts(element.candidateUsers(), lookup),
        element.dueDate() == null ? null : execution.timers.date(element.dueDate(), lookup),
        element.followUpDate() == null
            ? null
            : execution.timers.date(element.followUpDate(), lookup),
        priority);
  }

  private List<String> texts(@Nullable Expression expression, VariableLookup lookup) {
    return expression == null ? List.of() : execution.feel.evaluateStrings(expression, lookup);
  }

  private TaskRow.Form form(
      ElementInstance instance, @Nullable FormReference reference, VariableLookup lookup) {
    if (reference == null) {
      return new TaskRow.Form(null, null);
    }
    var external = reference.externalReference();
    if (external != null) {
      return new TaskRow.Form(null, execution.feel.evaluateOptionalString(external, lookup));
    }
    if (reference.formId() == null) {
      return new TaskRow.Form(null, reference.formKey());
    }
    var id = execution.feel.evaluateString(reference.formId(), lookup);
    var deployment = instance.process().definition().deploymentKey();
    var form = execution.definitions.forms().bound(id, reference.binding(), deployment);
    if (form == null) {
      throw new IncidentException(
          IncidentType.FORM_NOT_FOUND,
          "Expected to find a form with id '%s', but no form with this id is found, at least a form with this id should be available. To resolve the Incident please deploy a form with the same id"
              .formatted(id));
    }
    return new TaskRow.Form(form.key(), null);
  }

  // change ----------------------------------------------------------------------------------------

  /** Starts the change; {@code false} when listeners have yet to decide. */
  public boolean begin(TaskRow task, TaskChange asked) {
    var change = asked.withPlan(TaskListenerPlan.of(execution.globalTaskListeners, asked.event()));
    if (jobs(task, change).isEmpty()) {
      apply(task, change);
      return true;
    }
    task.state(during(change.event()));
    listen(task, change);
    return false;
  }

  private static List<JobDefinition> jobs(TaskRow task, TaskChange change) {
    return change.plan().jobs((UserTask) task.owner().element(), change.event());
  }

  private boolean hasListeners(UserTask element, Event event) {
    return !TaskListenerPlan.of(execution.globalTaskListeners, event)
        .jobs(element, event)
        .isEmpty();
  }

  private void listen(TaskRow task, TaskChange change) {
    task.pending(change.toJson());
    var job = jobs(task, change).get(change.listener());
    execution.jobs.create(task.owner(), job, JobRow.Kind.TASK_LISTENER, change.event().name());
  }

  private static TaskRow.State during(Event event) {
    return switch (event) {
      case CREATING -> TaskRow.State.CREATING;
      case ASSIGNING -> TaskRow.State.ASSIGNING;
      case UPDATING -> TaskRow.State.UPDATING;
      case COMPLETING -> TaskRow.State.COMPLETING;
      case CANCELING -> TaskRow.State.CANCELING;
    };
  }

  private void apply(TaskRow task, TaskChange change) {
    task.pending(null);
    keepAssignment(task, change);
    task.attributes(change.attributes());
    task.action(change.action());
    switch (change.event()) {
      case CREATING -> {
        task.state(TaskRow.State.CREATED);
        assignFirst(task);
      }
      case ASSIGNING -> task.state(TaskRow.State.CREATED);
      case UPDATING -> {
        task.state(TaskRow.State.CREATED);
        execution.variables.set(task.owner(), change.variables(), change.local());
      }
      case COMPLETING -> {
        task.end(TaskRow.State.COMPLETED, execution.now());
        execution.store.close(task);
        execution.interpreter.complete(task.owner(), change.variables());
      }
      case CANCELING -> {
        task.end(TaskRow.State.CANCELED, execution.now());
        execution.store.close(task);
        execution.interpreter.schedule(task.owner());
      }
    }
  }

  /** Whom the change gives the task, for the usage metrics. */
  private void keepAssignment(TaskRow task, TaskChange change) {
    var assignee = change.attributes().assignee();
    var isNew = change.event() == Event.CREATING || !Objects.equals(assignee, task.assignee());
    if (assignee != null && isNew) {
      execution.store.add(new TaskAssignment(task, assignee, execution.now()));
    }
  }

  // listeners -------------------------------------------------------------------------------------

  /** Whether the job is a listener of a task that is being canceled: it must not be closed. */
  boolean isListening(JobRow job) {
    return job.kind() == JobRow.Kind.TASK_LISTENER
        && job.listenerEvent().equals(Event.CANCELING.name());
  }

  void listenerDone(JobRow job, Map<String, Object> variables, @Nullable JobResult result) {
    var owner = job.owner();
    for (var task : owner.owned(TaskRow.class)) {
      var pending = task.pending();
      if (pending != null) {
        execution.variables.setLocal(owner, variables);
        decide(task, job, TaskChange.ofJson(pending), result);
      }
    }
  }

  /** The beginning and the end of a task cannot be denied, nor what the model assigns replaced. */
  private static void check(TaskRow task, TaskChange change, JobCommand.TaskListenerResult answer) {
    var event = change.event();
    if (answer.denied() && (event == Event.CREATING || event == Event.CANCELING)) {
      throw RejectedException.invalidArgument(
          "Expected to complete the listener of user task with key '%d', but '%s' cannot be denied",
          task.key(), event);
    }
    var element = (UserTask) task.owner().element();
    if (event == Event.CREATING
        && element.assignee() != null
        && answer.corrections().assignee() != null) {
      throw RejectedException.invalidArgument(
          "Expected to complete the listener of user task with key '%d', but the assignee is given by the process and can be corrected when it is assigned only",
          task.key());
    }
  }

  private void decide(TaskRow task, JobRow job, TaskChange change, @Nullable JobResult result) {
    var corrected = change;
    if (result instanceof JobCommand.TaskListenerResult answer) {
      check(task, change, answer);
      if (answer.denied()) {
        job.deny(answer.deniedReason());
        task.pending(null);
        task.state(TaskRow.State.CREATED);
        execution.observer.denied(task.key(), answer.deniedReason());
        return;
      }
      corrected = change.corrected(answer.corrections());
    }
    var next = corrected.listener() + 1;
    if (next < jobs(task, change).size()) {
      listen(task, corrected.withListener(next));
    } else {
      apply(task, corrected);
      execution.observer.applied(task.key());
    }
  }

  /** The task's element ends early. */
  void cancel(TaskRow task, UserTask element) {
    if (task.state() == TaskRow.State.CANCELING) {
      return;
    }
    var change = new TaskChange(Event.CANCELING, 0, "cancel", task.attributes(), Map.of());
    if (hasListeners(element, Event.CANCELING)) {
      begin(task, change);
    } else {
      task.end(TaskRow.State.CANCELED, execution.now());
      execution.store.close(task);
    }
  }
}
