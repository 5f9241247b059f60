package uz.yagona.engine.handler;

import java.util.function.Consumer;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstanceWithResult;
import uz.yagona.engine.api.ProcessInstanceCommand.CreatedProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.DeleteProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessInstanceResult;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessReference;
import uz.yagona.engine.api.ProcessInstanceCommand.ResolveProcessInstanceIncidents;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.behavior.FollowUp;
import uz.yagona.engine.definition.ProcessDefinition;
import uz.yagona.engine.state.Incident;
import uz.yagona.engine.state.ProcessInstance;

/** Starts, ends and removes process instances. */
final class ProcessInstanceHandler {
  private final Execution execution;
  private final Waiting waiting;

  ProcessInstanceHandler(Execution execution, Waiting waiting) {
    this.execution = execution;
    this.waiting = waiting;
  }

  void register(Handlers handlers) {
    handlers.on(
        CreateProcessInstance.class, (command, needs) -> {}, command -> created(create(command)));
    handlers.<ProcessInstanceResult, CreateProcessInstanceWithResult>onDeferred(
        CreateProcessInstanceWithResult.class,
        (command, needs) -> {},
        (command, reply) ->
            waiting.result(create(command.creation()).key(), reply, command.fetchVariables()));
    handlers.on(
        CancelProcessInstance.class,
        (command, needs) -> needs.process(command.processInstanceKey()),
        this::cancel);
    handlers.on(
        ResolveProcessInstanceIncidents.class,
        (command, needs) -> needs.process(command.processInstanceKey()),
        this::resolveIncidents);
    handlers.on(DeleteProcessInstance.class, (command, needs) -> {}, this::delete);
    handlers.onInternal(
        FollowUp.Continue.class,
        (command, needs) -> needs.process(command.processInstanceKey()),
        command -> ifActive(command.processInstanceKey(), execution.interpreter::resume));
    handlers.onInternal(
        FollowUp.Stop.class,
        (command, needs) -> needs.process(command.processInstanceKey()),
        command -> ifActive(command.processInstanceKey(), execution.interpreter::stop));
  }

  // start -----------------------------------------------------------------------------------------

  private ProcessInstance create(CreateProcessInstance command) {
    var process = execution.definitions.compiled(definition(command.process()));
    if (command.startElementIds().isEmpty() && process.model().root().noneStart() == null) {
      throw RejectedException.invalidState(
          "Expected to create instance of process with none start event, but there is no such event");
    }
    var origin =
        new ProcessInstance.Origin(null, null, 0, command.businessId(), command.tags(), null, null);
    var instance = execution.calls.start(process, origin, null, command.variables().toMap());
    if (!command.startElementIds().isEmpty()) {
      execution.modification.startAt(instance, command.startElementIds());
    }
    if (!command.terminateAfterElementIds().isEmpty()) {
      execution.modification.terminateAfter(instance, command.terminateAfterElementIds());
    }
    return instance;
  }

  static CreatedProcessInstance created(ProcessInstance instance) {
    var definition = instance.definition();
    return new CreatedProcessInstance(
        instance.key(),
        definition.key(),
        definition.id(),
        definition.version(),
        instance.origin().tags(),
        instance.origin().businessId());
  }

  private ProcessDefinition definition(ProcessReference reference) {
    var processes = execution.definitions.processes();
    var key = reference.processDefinitionKey();
    if (key != null && key > 0) {
      var found = processes.find(key);
      if (found == null || processes.isDeleted(found)) {
        throw RejectedException.notFound(
            "Expected to find process definition with key '%d', but none found", key);
      }
      return found;
    }
    var id = reference.processDefinitionId();
    if (id == null || id.isBlank()) {
      throw RejectedException.invalidArgument(
          "Expected at least a bpmnProcessId or a key greater than -1, but none given");
    }
    var version = reference.version();
    var found =
        version == null || version < 0 ? processes.latest(id) : processes.version(id, version);
    if (found == null) {
      throw RejectedException.notFound(
          "Expected to find process definition with process ID '%s'%s, but none found",
          id, version == null || version < 0 ? "" : " and version '" + version + "'");
    }
    return found;
  }

  // continue --------------------------------------------------------------------------------------

  private void ifActive(long key, Consumer<ProcessInstance> action) {
    var process = execution.store.process(key);
    if (process != null) {
      action.accept(process);
    }
  }

  // end -------------------------------------------------------------------------------------------

  private ProcessInstance active(long key, String wanted) {
    var process = execution.store.process(key);
    if (process == null) {
      throw RejectedException.notFound(
          "Expected to %s a process instance with key '%d', but no such process was found",
          wanted, key);
    }
    return process;
  }

  private Done cancel(CancelProcessInstance command) {
    var process = active(command.processInstanceKey(), "cancel");
    if (!process.isRoot()) {
      throw RejectedException.invalidState(
          "Expected to cancel a process instance with key '%d', but it is created by a parent process instance. Cancel the root process instance with key '%d' instead.",
          process.key(), process.rootKey());
    }
    execution.calls.terminate(process);
    return Done.INSTANCE;
  }

  private Done resolveIncidents(ResolveProcessInstanceIncidents command) {
    resolveIncidents(active(command.processInstanceKey(), "resolve incidents of"));
    return Done.INSTANCE;
  }

  private void resolveIncidents(ProcessInstance process) {
    for (var element : process.tree().toList()) {
      for (var incident : element.owned(Incident.class)) {
        execution.incidents.resolve(incident);
      }
      var called = element.calledInstanceKey();
      var child = called == null ? null : execution.store.process(called);
      if (child != null) {
        resolveIncidents(child);
      }
    }
  }

  private Done delete(DeleteProcessInstance command) {
    var key = command.processInstanceKey();
    if (execution.store.process(key) != null) {
      throw RejectedException.invalidState(
          "Expected to delete a finished process instance with key '%d', but it is active", key);
    }
    if (!execution.store.deleteHistory(key)) {
      throw RejectedException.notFound(
          "Expected to delete a process instance with key '%d', but no such process instance was found",
          key);
    }
    return Done.INSTANCE;
  }
}
