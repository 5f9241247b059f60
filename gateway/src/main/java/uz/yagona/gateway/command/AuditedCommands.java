package uz.yagona.gateway.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.ClusterVariableCommand;
import uz.yagona.engine.api.ClusterVariableCommand.CreateClusterVariable;
import uz.yagona.engine.api.ClusterVariableCommand.DeleteClusterVariable;
import uz.yagona.engine.api.ClusterVariableCommand.UpdateClusterVariable;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.DecisionCommand.DecisionEvaluation;
import uz.yagona.engine.api.DecisionCommand.DeleteDecisionInstance;
import uz.yagona.engine.api.DecisionCommand.EvaluateDecision;
import uz.yagona.engine.api.Deployment;
import uz.yagona.engine.api.DeploymentCommand.DeleteResource;
import uz.yagona.engine.api.DeploymentCommand.DeployResources;
import uz.yagona.engine.api.ElementCommand.ResolveIncident;
import uz.yagona.engine.api.ElementCommand.SetVariables;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstanceWithResult;
import uz.yagona.engine.api.ProcessInstanceCommand.CreatedProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.DeleteProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.MigrateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ModifyProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessInstanceResult;
import uz.yagona.engine.api.UserTaskCommand.AssignUserTask;
import uz.yagona.engine.api.UserTaskCommand.CompleteUserTask;
import uz.yagona.engine.api.UserTaskCommand.UnassignUserTask;
import uz.yagona.engine.api.UserTaskCommand.UpdateUserTask;
import uz.yagona.engine.query.OwningDefinitions;
import uz.yagona.engine.query.OwningDefinitions.Kind;
import uz.yagona.gateway.audit.AuditCategory;
import uz.yagona.gateway.audit.AuditEntity;
import uz.yagona.gateway.audit.AuditEntry;
import uz.yagona.gateway.audit.AuditOperation;
import uz.yagona.gateway.json.Values;

/**
 * How each command is recorded: the operations that the documentation of Camunda 8.9 lists, and no
 * work of job workers. What must be read of an entity is read before the command runs.
 */
@Component("gatewayAuditedCommands")
final class AuditedCommands {
  private final OwningDefinitions owners;
  private final Map<Class<?>, Rule<?>> rules = new HashMap<>();

  AuditedCommands(OwningDefinitions owners) {
    this.owners = owners;
    addUserTasks();
    addInstances();
    addDefinitions();
    addClusterVariables();
  }

  /**
   * How commands of one class are recorded.
   *
   * @param failsByState whether a refusal by the entity's state is recorded too
   * @param begin entries as far as they are known before; read while the entity is still there
   * @param end the same entries once the result is known
   */
  record Rule<C>(
      AuditCategory category,
      boolean failsByState,
      Function<C, List<AuditEntry>> begin,
      BiFunction<List<AuditEntry>, Object, List<AuditEntry>> end) {

    @SuppressWarnings("unchecked")
    List<AuditEntry> begin(Command<?> command) {
      return begin.apply((C) command);
    }
  }

  /** The rule of the command; {@code null} when it is not recorded. */
  @Nullable Rule<?> of(Command<?> command) {
    return rules.get(command.getClass());
  }

  /** The documentation lists none of these; they change what every process does. */
  private void addClusterVariables() {
    onVariable(CreateClusterVariable.class, AuditOperation.CREATE);
    onVariable(UpdateClusterVariable.class, AuditOperation.UPDATE);
    onVariable(DeleteClusterVariable.class, AuditOperation.DELETE);
  }

  private <C extends ClusterVariableCommand> void onVariable(
      Class<C> type, AuditOperation operation) {
    on(
        type,
        AuditCategory.ADMIN,
        false,
        command ->
            AuditEntry.of(
                    AuditCategory.ADMIN, operation, AuditEntity.VARIABLE, command.address().name())
                .described(command.address().toString()));
  }

  private void addUserTasks() {
    onTask(
        AssignUserTask.class,
        command ->
            task(AuditOperation.ASSIGN, command.userTaskKey())
                .related(AuditEntity.USER, command.assignee()));
    onTask(UnassignUserTask.class, command -> task(AuditOperation.UNASSIGN, command.userTaskKey()));
    onTask(UpdateUserTask.class, command -> task(AuditOperation.UPDATE, command.userTaskKey()));
    onTask(CompleteUserTask.class, command -> task(AuditOperation.COMPLETE, command.userTaskKey()));
  }

  private <C extends Command<?>> void onTask(Class<C> type, Function<C, AuditEntry> entry) {
    on(type, AuditCategory.USER_TASKS, true, entry);
  }

  private AuditEntry task(AuditOperation operation, long key) {
    return owned(
            AuditEntry.of(
                AuditCategory.USER_TASKS, operation, AuditEntity.USER_TASK, Values.text(key)),
            Kind.USER_TASK,
            key)
        .with("user_task_key", key);
  }

  private void addInstances() {
    rules.put(CreateProcessInstance.class, resultOnly(AuditedCommands::created));
    rules.put(
        CreateProcessInstanceWithResult.class,
        resultOnly(result -> created(((ProcessInstanceResult) result).instance())));
    onInstance(
        CancelProcessInstance.class,
        false,
        command -> instance(AuditOperation.CANCEL, command.processInstanceKey()));
    onInstance(
        ModifyProcessInstance.class,
        false,
        command -> instance(AuditOperation.MODIFY, command.processInstanceKey()));
    onInstance(
        DeleteProcessInstance.class,
        false,
        command -> instance(AuditOperation.DELETE, command.processInstanceKey()));
    onInstance(
        MigrateProcessInstance.class,
        true,
        command -> instance(AuditOperation.MIGRATE, command.processInstanceKey()));
    onInstance(
        ResolveIncident.class,
        true,
        command ->
            owned(
                deployed(
                    AuditOperation.RESOLVE,
                    AuditEntity.INCIDENT,
                    Values.text(command.incidentKey())),
                Kind.INCIDENT,
                command.incidentKey()));
    rules.put(
        SetVariables.class,
        new Rule<SetVariables>(
            AuditCategory.DEPLOYED_RESOURCES, false, this::variables, (begun, result) -> begun));
  }

  private static List<AuditEntry> created(Object result) {
    var created = (CreatedProcessInstance) result;
    return List.of(
        deployed(
                AuditOperation.CREATE,
                AuditEntity.PROCESS_INSTANCE,
                Values.text(created.processInstanceKey()))
            .described(created.processDefinitionId())
            .with("process_instance_key", created.processInstanceKey())
            .with("root_process_instance_key", created.processInstanceKey())
            .with("process_definition_id", created.processDefinitionId())
            .with("process_definition_key", created.processDefinitionKey()));
  }

  private AuditEntry instance(AuditOperation operation, long key) {
    return owned(
        deployed(operation, AuditEntity.PROCESS_INSTANCE, Values.text(key)),
        Kind.PROCESS_INSTANCE,
        key);
  }

  /** One entry per name; the values stay out. The entity is the scope: variables may be new. */
  private List<AuditEntry> variables(SetVariables command) {
    var entries = new ArrayList<AuditEntry>();
    for (var name : command.variables().toMap().keySet()) {
      entries.add(
          owned(
                  deployed(
                      AuditOperation.UPDATE,
                      AuditEntity.VARIABLE,
                      Values.text(command.elementInstanceKey())),
                  Kind.ELEMENT_INSTANCE,
                  command.elementInstanceKey())
              .described(name));
    }
    return entries;
  }

  private void addDefinitions() {
    rules.put(DeployResources.class, resultOnly(result -> deployment((Deployment) result)));
    on(DeleteResource.class, AuditCategory.DEPLOYED_RESOURCES, false, this::deletion);
    rules.put(
        EvaluateDecision.class, resultOnly(result -> evaluation((DecisionEvaluation) result)));
    on(
        DeleteDecisionInstance.class,
        AuditCategory.DEPLOYED_RESOURCES,
        false,
        command ->
            deployed(
                    AuditOperation.DELETE,
                    AuditEntity.DECISION,
                    Values.text(command.decisionEvaluationKey()))
                .with("decision_evaluation_key", command.decisionEvaluationKey()));
  }

  private AuditEntry deletion(DeleteResource command) {
    var key = command.resourceKey();
    var entry = deployed(AuditOperation.DELETE, AuditEntity.RESOURCE, Values.text(key));
    owners.file(key).ifPresent(file -> entry.described(file.name()));
    return entry.with("resource_key", key);
  }

  private static List<AuditEntry> evaluation(DecisionEvaluation evaluation) {
    return List.of(
        deployed(
                AuditOperation.EVALUATE,
                AuditEntity.DECISION,
                Values.text(evaluation.decisionEvaluationKey()))
            .described(evaluation.decisionDefinitionName())
            .with("decision_evaluation_key", evaluation.decisionEvaluationKey())
            .with("decision_definition_id", evaluation.decisionDefinitionId())
            .with("decision_definition_key", evaluation.decisionDefinitionKey())
            .with("decision_requirements_id", evaluation.decisionRequirementsId())
            .with("decision_requirements_key", evaluation.decisionRequirementsKey()));
  }

  private static List<AuditEntry> deployment(Deployment deployment) {
    var entries = new ArrayList<AuditEntry>();
    for (var process : deployment.processes()) {
      entries.add(
          file(process.processDefinitionKey(), process.resourceName())
              .with("process_definition_id", process.processDefinitionId())
              .with("process_definition_key", process.processDefinitionKey()));
    }
    for (var decision : deployment.decisions()) {
      entries.add(
          deployed(
                  AuditOperation.CREATE,
                  AuditEntity.DECISION,
                  Values.text(decision.decisionDefinitionKey()))
              .described(decision.name())
              .with("decision_definition_id", decision.decisionDefinitionId())
              .with("decision_definition_key", decision.decisionDefinitionKey())
              .with("decision_requirements_id", decision.decisionRequirementsId())
              .with("decision_requirements_key", decision.decisionRequirementsKey()));
    }
    for (var requirements : deployment.requirements()) {
      entries.add(
          file(requirements.decisionRequirementsKey(), requirements.resourceName())
              .with("decision_requirements_id", requirements.decisionRequirementsId())
              .with("decision_requirements_key", requirements.decisionRequirementsKey()));
    }
    for (var form : deployment.forms()) {
      entries.add(file(form.formKey(), form.resourceName()).with("form_key", form.formKey()));
    }
    for (var resource : deployment.resources()) {
      entries.add(file(resource.resourceKey(), resource.resourceName()));
    }
    entries.forEach(entry -> entry.with("deployment_key", deployment.deploymentKey()));
    return entries;
  }

  private static AuditEntry file(long key, String name) {
    return deployed(AuditOperation.CREATE, AuditEntity.RESOURCE, Values.text(key))
        .described(name)
        .with("resource_key", key);
  }

  private static AuditEntry deployed(AuditOperation operation, AuditEntity entity, String key) {
    return AuditEntry.of(AuditCategory.DEPLOYED_RESOURCES, operation, entity, key);
  }

  private AuditEntry owned(AuditEntry entry, Kind kind, long key) {
    owners.of(kind, key).ifPresent(entry::in);
    return entry;
  }

  private <C extends Command<?>> void onInstance(
      Class<C> type, boolean failsByState, Function<C, AuditEntry> entry) {
    on(type, AuditCategory.DEPLOYED_RESOURCES, failsByState, entry);
  }

  private <C extends Command<?>> void on(
      Class<C> type, AuditCategory category, boolean failsByState, Function<C, AuditEntry> entry) {
    rules.put(
        type,
        new Rule<C>(
            category,
            failsByState,
            command -> List.of(entry.apply(command)),
            (begun, result) -> begun));
  }

  private static Rule<Command<?>> resultOnly(Function<Object, List<AuditEntry>> entries) {
    return new Rule<>(
        AuditCategory.DEPLOYED_RESOURCES,
        false,
        command -> List.of(),
        (begun, result) -> entries.apply(result));
  }
}
