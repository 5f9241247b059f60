package uz.yagona.engine.handler;

import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.ElementCommand.ActivateAdHocActivities;
import uz.yagona.engine.api.ElementCommand.ResolveIncident;
import uz.yagona.engine.api.ElementCommand.SetVariables;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.behavior.TaskChange;
import uz.yagona.engine.model.AdHocSubProcess;
import uz.yagona.engine.model.TaskListener.Event;
import uz.yagona.engine.model.UserTask;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.Incident;
import uz.yagona.engine.state.TaskRow;

/** Variables, incidents and ad-hoc activities of element instances. */
final class ElementHandler {
  private final Execution execution;
  private final Waiting waiting;

  ElementHandler(Execution execution, Waiting waiting) {
    this.execution = execution;
    this.waiting = waiting;
  }

  void register(Handlers handlers) {
    handlers.onDeferred(
        SetVariables.class,
        (command, needs) -> needs.row(command.elementInstanceKey()),
        this::setVariables);
    handlers.on(
        ResolveIncident.class, (command, needs) -> needs.row(command.incidentKey()), this::resolve);
    handlers.on(
        ActivateAdHocActivities.class,
        (command, needs) -> needs.row(command.adHocSubProcessInstanceKey()),
        this::activate);
  }

  private void setVariables(SetVariables command, Reply<Done> reply) {
    var scope = execution.store.find(ElementInstance.class, command.elementInstanceKey());
    if (scope == null) {
      throw RejectedException.notFound(
          "Expected to update variables for element with key '%d', but no such element was found",
          command.elementInstanceKey());
    }
    var task = listenedTo(scope);
    if (task == null) {
      execution.variables.set(scope, command.variables().toMap(), command.local());
      reply.send(Done.INSTANCE);
      return;
    }
    var variables = command.variables().toMap();
    execution.userTasks.begin(
        task,
        new TaskChange(Event.UPDATING, 0, null, task.attributes(), variables, command.local()));
    waiting.change(task.key(), reply);
  }

  /** The user task of the scope whose listeners want to know of new variables. */
  private static @Nullable TaskRow listenedTo(ElementInstance scope) {
    return scope.owned(TaskRow.class).stream()
        .filter(task -> task.state() == TaskRow.State.CREATED)
        .filter(task -> !((UserTask) scope.element()).listeners(Event.UPDATING).isEmpty())
        .findFirst()
        .orElse(null);
  }

  private Done resolve(ResolveIncident command) {
    var incident = execution.store.find(Incident.class, command.incidentKey());
    if (incident == null) {
      throw RejectedException.notFound(
          "Expected to resolve incident with key '%d', but no such incident was found",
          command.incidentKey());
    }
    execution.incidents.resolve(incident);
    return Done.INSTANCE;
  }

  private Done activate(ActivateAdHocActivities command) {
    var key = command.adHocSubProcessInstanceKey();
    var instance = execution.store.find(ElementInstance.class, key);
    if (instance == null
        || !(instance.element() instanceof AdHocSubProcess)
        || !instance.isProper()) {
      throw RejectedException.notFound(
          "Expected to activate activities for ad-hoc sub-process but no ad-hoc sub-process instance found with key '%d'.",
          key);
    }
    execution.adHoc.activate(instance, command.activations(), command.cancelRemainingInstances());
    return Done.INSTANCE;
  }
}
