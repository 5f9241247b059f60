package uz.yagona.engine.handler;

import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.ElementCommand.ActivateAdHocActivities;
import uz.yagona.engine.api.ElementCommand.ResolveIncident;
import uz.yagona.engine.api.ElementCommand.SetVariables;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.model.AdHocSubProcess;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.Incident;

/** Variables, incidents and ad-hoc activities of element instances. */
final class ElementHandler {
  private final Execution execution;

  ElementHandler(Execution execution) {
    this.execution = execution;
  }

  void register(Handlers handlers) {
    handlers.on(
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

  private Done setVariables(SetVariables command) {
    var scope = execution.store.find(ElementInstance.class, command.elementInstanceKey());
    if (scope == null) {
      throw RejectedException.notFound(
          "Expected to update variables for element with key '%d', but no such element was found",
          command.elementInstanceKey());
    }
    if (command.local()) {
      execution.variables.setLocal(scope, command.variables().toMap());
    } else {
      execution.variables.propagate(scope, command.variables().toMap());
    }
    return Done.INSTANCE;
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
