package uz.yagona.gateway.command;

import static uz.yagona.gateway.access.ResourceType.DECISION_DEFINITION;
import static uz.yagona.gateway.access.ResourceType.MESSAGE;
import static uz.yagona.gateway.access.ResourceType.PROCESS_DEFINITION;
import static uz.yagona.gateway.access.ResourceType.RESOURCE;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.ClusterVariableCommand.CreateClusterVariable;
import uz.yagona.engine.api.ClusterVariableCommand.DeleteClusterVariable;
import uz.yagona.engine.api.ClusterVariableCommand.UpdateClusterVariable;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.DecisionCommand.DeleteDecisionInstance;
import uz.yagona.engine.api.DecisionCommand.EvaluateDecision;
import uz.yagona.engine.api.DeploymentCommand.DeleteResource;
import uz.yagona.engine.api.DeploymentCommand.DeployResources;
import uz.yagona.engine.api.ElementCommand.ActivateAdHocActivities;
import uz.yagona.engine.api.ElementCommand.ResolveIncident;
import uz.yagona.engine.api.ElementCommand.SetVariables;
import uz.yagona.engine.api.EventCommand.BroadcastSignal;
import uz.yagona.engine.api.EventCommand.CorrelateMessage;
import uz.yagona.engine.api.EventCommand.EvaluateConditional;
import uz.yagona.engine.api.EventCommand.PublishMessage;
import uz.yagona.engine.api.GlobalTaskListenerCommand;
import uz.yagona.engine.api.GlobalTaskListenerCommand.CreateGlobalTaskListener;
import uz.yagona.engine.api.GlobalTaskListenerCommand.DeleteGlobalTaskListener;
import uz.yagona.engine.api.GlobalTaskListenerCommand.UpdateGlobalTaskListener;
import uz.yagona.engine.api.JobCommand.CompleteJob;
import uz.yagona.engine.api.JobCommand.FailJob;
import uz.yagona.engine.api.JobCommand.ThrowJobError;
import uz.yagona.engine.api.JobCommand.UpdateJob;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstanceWithResult;
import uz.yagona.engine.api.ProcessInstanceCommand.DeleteProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.MigrateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ModifyProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ResolveProcessInstanceIncidents;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.UserTaskCommand;
import uz.yagona.engine.query.OwningDefinitions;
import uz.yagona.engine.query.OwningDefinitions.Kind;
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.problem.ForbiddenException;

/**
 * The permission that each command needs. Nothing is looked up for callers who have it on every
 * resource; for others one row tells whom the command concerns. What is not listed is forbidden.
 */
@Component("gatewayCommandRights")
final class CommandRights {
  private final OwningDefinitions owners;
  private final UserTaskRights userTasks;
  private final Map<Class<?>, BiConsumer<Caller, Command<?>>> rules = new HashMap<>();

  CommandRights(OwningDefinitions owners, UserTaskRights userTasks) {
    this.owners = owners;
    this.userTasks = userTasks;
    addInstances();
    addElementsAndJobs();
    addDefinitions();
    addEvents();
    addShared();
    addGlobalTaskListeners();
  }

  /** Commands with a rule, those on user tasks aside. */
  Set<Class<?>> commands() {
    return Set.copyOf(rules.keySet());
  }

  /**
   * The command as the caller may have it executed.
   *
   * @throws ForbiddenException when a permission is missing
   * @throws RejectedException NOT_FOUND when there is nothing that a permission could be asked for
   */
  @SuppressWarnings("unchecked")
  <R> Command<R> checked(Caller caller, Command<R> command) {
    if (caller.rights().isUnlimited()) {
      return command;
    }
    if (command instanceof UserTaskCommand<?> onTask) {
      return (Command<R>) userTasks.checked(caller, onTask);
    }
    var rule = rules.get(command.getClass());
    if (rule == null) {
      throw new ForbiddenException(
          "Expected a caller of the installation, but '%s' is none".formatted(caller.name()));
    }
    rule.accept(caller, command);
    return command;
  }

  private void addInstances() {
    on(CreateProcessInstance.class, this::mayCreate);
    on(
        CreateProcessInstanceWithResult.class,
        (caller, command) -> mayCreate(caller, command.creation()));
    onOwner(
        CancelProcessInstance.class,
        Kind.PROCESS_INSTANCE,
        PermissionType.CANCEL_PROCESS_INSTANCE,
        CancelProcessInstance::processInstanceKey);
    onOwner(
        ModifyProcessInstance.class,
        Kind.PROCESS_INSTANCE,
        PermissionType.MODIFY_PROCESS_INSTANCE,
        ModifyProcessInstance::processInstanceKey);
    onOwner(
        DeleteProcessInstance.class,
        Kind.PROCESS_INSTANCE,
        PermissionType.DELETE_PROCESS_INSTANCE,
        DeleteProcessInstance::processInstanceKey);
    onOwner(
        ResolveProcessInstanceIncidents.class,
        Kind.PROCESS_INSTANCE,
        PermissionType.UPDATE_PROCESS_INSTANCE,
        ResolveProcessInstanceIncidents::processInstanceKey);
    on(MigrateProcessInstance.class, this::mayMigrate);
  }

  private void addElementsAndJobs() {
    var update = PermissionType.UPDATE_PROCESS_INSTANCE;
    onOwner(SetVariables.class, Kind.ELEMENT_INSTANCE, update, SetVariables::elementInstanceKey);
    onOwner(
        ActivateAdHocActivities.class,
        Kind.ELEMENT_INSTANCE,
        update,
        ActivateAdHocActivities::adHocSubProcessInstanceKey);
    onOwner(ResolveIncident.class, Kind.INCIDENT, update, ResolveIncident::incidentKey);
    onOwner(CompleteJob.class, Kind.JOB, update, CompleteJob::jobKey);
    onOwner(FailJob.class, Kind.JOB, update, FailJob::jobKey);
    onOwner(ThrowJobError.class, Kind.JOB, update, ThrowJobError::jobKey);
    onOwner(UpdateJob.class, Kind.JOB, update, UpdateJob::jobKey);
  }

  private void addDefinitions() {
    on(
        DeployResources.class,
        (caller, command) -> caller.requireForAll(RESOURCE, PermissionType.CREATE));
    on(DeleteResource.class, this::mayDelete);
    on(EvaluateDecision.class, this::mayEvaluate);
    on(DeleteDecisionInstance.class, this::mayDelete);
  }

  private void addEvents() {
    on(
        PublishMessage.class,
        (caller, command) -> caller.require(MESSAGE, PermissionType.CREATE, command.name()));
    on(
        CorrelateMessage.class,
        (caller, command) -> caller.require(MESSAGE, PermissionType.CREATE, command.name()));
    on(BroadcastSignal.class, CommandRights::mayBroadcast);
    on(EvaluateConditional.class, this::mayEvaluate);
  }

  private void addShared() {
    on(
        CreateClusterVariable.class,
        (caller, command) ->
            caller.requireForAll(ResourceType.CLUSTER_VARIABLE, PermissionType.CREATE));
    on(
        UpdateClusterVariable.class,
        (caller, command) ->
            caller.require(
                ResourceType.CLUSTER_VARIABLE, PermissionType.UPDATE, command.address().name()));
    on(
        DeleteClusterVariable.class,
        (caller, command) ->
            caller.require(
                ResourceType.CLUSTER_VARIABLE, PermissionType.DELETE, command.address().name()));
  }

  private void addGlobalTaskListeners() {
    onListener(CreateGlobalTaskListener.class, PermissionType.CREATE_TASK_LISTENER);
    onListener(UpdateGlobalTaskListener.class, PermissionType.UPDATE_TASK_LISTENER);
    onListener(DeleteGlobalTaskListener.class, PermissionType.DELETE_TASK_LISTENER);
  }

  private <C extends GlobalTaskListenerCommand> void onListener(
      Class<C> type, PermissionType permission) {
    on(type, (caller, command) -> caller.requireForAll(ResourceType.GLOBAL_LISTENER, permission));
  }

  private void mayCreate(Caller caller, CreateProcessInstance command) {
    var permission = PermissionType.CREATE_PROCESS_INSTANCE;
    var id = command.process().processDefinitionId();
    var key = command.process().processDefinitionKey();
    if (key != null) {
      requireOnOwner(caller, Kind.PROCESS_DEFINITION, permission, key);
    } else {
      caller.require(PROCESS_DEFINITION, permission, id == null ? "" : id);
    }
  }

  /** The instance leaves one process and comes into another. */
  private void mayMigrate(Caller caller, MigrateProcessInstance command) {
    var permission = PermissionType.UPDATE_PROCESS_INSTANCE;
    requireOnOwner(caller, Kind.PROCESS_INSTANCE, permission, command.processInstanceKey());
    requireOnOwner(
        caller, Kind.PROCESS_DEFINITION, permission, command.targetProcessDefinitionKey());
  }

  private void mayDelete(Caller caller, DeleteResource command) {
    var file =
        owners
            .file(command.resourceKey())
            .orElseThrow(() -> absent("resource", command.resourceKey()));
    caller.require(RESOURCE, PermissionType.valueOf("DELETE_" + file.kind()), file.id());
  }

  private void mayDelete(Caller caller, DeleteDecisionInstance command) {
    var permission = PermissionType.DELETE_DECISION_INSTANCE;
    if (caller.rights().hasAny(DECISION_DEFINITION, permission)) {
      return;
    }
    var decisions = owners.decisionsOf(command.decisionEvaluationKey());
    if (decisions.isEmpty()) {
      throw absent("decision instance", command.decisionEvaluationKey());
    }
    decisions.forEach(id -> caller.require(DECISION_DEFINITION, permission, id));
  }

  private void mayEvaluate(Caller caller, EvaluateDecision command) {
    var permission = PermissionType.CREATE_DECISION_INSTANCE;
    var id = command.decisionDefinitionId();
    var key = command.decisionDefinitionKey();
    if (caller.rights().hasAny(DECISION_DEFINITION, permission)) {
      return;
    }
    if (key != null) {
      var owner = owners.of(Kind.DECISION_DEFINITION, key);
      id = owner.orElseThrow(() -> absent("decision definition", key)).definitionId();
    }
    caller.require(DECISION_DEFINITION, permission, id == null ? "" : id);
  }

  private void mayEvaluate(Caller caller, EvaluateConditional command) {
    var permission = PermissionType.CREATE_PROCESS_INSTANCE;
    var key = command.processDefinitionKey();
    if (key == null) {
      caller.requireForAll(PROCESS_DEFINITION, permission);
    } else {
      requireOnOwner(caller, Kind.PROCESS_DEFINITION, permission, key);
    }
  }

  /** A signal reaches every process. */
  private static void mayBroadcast(Caller caller, BroadcastSignal command) {
    caller.requireForAll(PROCESS_DEFINITION, PermissionType.CREATE_PROCESS_INSTANCE);
    caller.requireForAll(PROCESS_DEFINITION, PermissionType.UPDATE_PROCESS_INSTANCE);
  }

  private <C extends Command<?>> void on(Class<C> type, BiConsumer<Caller, C> rule) {
    rules.put(type, (caller, command) -> rule.accept(caller, type.cast(command)));
  }

  private <C extends Command<?>> void onOwner(
      Class<C> type, Kind kind, PermissionType permission, ToLongFunction<C> key) {
    on(
        type,
        (caller, command) -> requireOnOwner(caller, kind, permission, key.applyAsLong(command)));
  }

  private void requireOnOwner(Caller caller, Kind kind, PermissionType permission, long key) {
    if (!caller.rights().hasAny(PROCESS_DEFINITION, permission)) {
      var owner = owners.of(kind, key).orElseThrow(() -> absent(kind.noun(), key));
      caller.require(PROCESS_DEFINITION, permission, owner.definitionId());
    }
  }

  private static RejectedException absent(String noun, long key) {
    return RejectedException.notFound(
        "Expected to find a %s with key '%d', but there is none", noun, key);
  }
}
