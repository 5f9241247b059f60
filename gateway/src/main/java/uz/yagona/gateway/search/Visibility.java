package uz.yagona.gateway.search;

import static uz.yagona.gateway.access.ResourceType.BATCH;
import static uz.yagona.gateway.access.ResourceType.DECISION_DEFINITION;
import static uz.yagona.gateway.access.ResourceType.DECISION_REQUIREMENTS_DEFINITION;
import static uz.yagona.gateway.access.ResourceType.PROCESS_DEFINITION;
import static uz.yagona.gateway.access.ResourceType.USER_TASK;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.query.BatchOperationItemTable;
import uz.yagona.engine.query.BatchOperationTable;
import uz.yagona.engine.query.ClusterVariableTable;
import uz.yagona.engine.query.Comparison;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.CorrelatedMessageTable;
import uz.yagona.engine.query.DecisionDefinitionTable;
import uz.yagona.engine.query.DecisionInstanceTable;
import uz.yagona.engine.query.DecisionRequirementsTable;
import uz.yagona.engine.query.DefinitionStatistics;
import uz.yagona.engine.query.ElementInstanceTable;
import uz.yagona.engine.query.GlobalTaskListenerTable;
import uz.yagona.engine.query.IncidentStatistics;
import uz.yagona.engine.query.IncidentTable;
import uz.yagona.engine.query.JobTable;
import uz.yagona.engine.query.MessageSubscriptionTable;
import uz.yagona.engine.query.Operator;
import uz.yagona.engine.query.ProcessDefinitionTable;
import uz.yagona.engine.query.ProcessInstanceTable;
import uz.yagona.engine.query.SearchTable;
import uz.yagona.engine.query.UserTaskTable;
import uz.yagona.engine.query.VariableTable;
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.problem.ForbiddenException;

/**
 * Which rows of a table a caller may see, as alternatives for the filter: rows that meet all
 * conditions of one of them; none without alternatives, every row for {@code null}.
 */
public final class Visibility {
  private static final String PROCESS_ID = "processDefinitionId";
  private static final String DECISION_ID = "decisionDefinitionId";
  private static final Rule OF_INSTANCES =
      byId(PROCESS_DEFINITION, PermissionType.READ_PROCESS_INSTANCE, PROCESS_ID);
  private static final Rule OF_BATCHES = forAll(BATCH, PermissionType.READ);
  private static final Rule OF_DECISION_INSTANCES =
      byId(DECISION_DEFINITION, PermissionType.READ_DECISION_INSTANCE, DECISION_ID);

  private static final Rule OF_CLUSTER_VARIABLES =
      byId(ResourceType.CLUSTER_VARIABLE, PermissionType.READ, "name");

  private static final Map<SearchTable, Rule> RULES =
      Map.ofEntries(
          Map.entry(
              ProcessDefinitionTable.TABLE,
              byId(PROCESS_DEFINITION, PermissionType.READ_PROCESS_DEFINITION, PROCESS_ID)),
          Map.entry(ProcessInstanceTable.TABLE, OF_INSTANCES),
          Map.entry(ElementInstanceTable.TABLE, OF_INSTANCES),
          Map.entry(IncidentTable.TABLE, OF_INSTANCES),
          Map.entry(VariableTable.TABLE, OF_INSTANCES),
          Map.entry(VariableTable.PREVIEWS, OF_INSTANCES),
          Map.entry(JobTable.TABLE, OF_INSTANCES),
          Map.entry(MessageSubscriptionTable.TABLE, OF_INSTANCES),
          Map.entry(CorrelatedMessageTable.TABLE, OF_INSTANCES),
          Map.entry(DefinitionStatistics.BY_PROCESS, OF_INSTANCES),
          Map.entry(DefinitionStatistics.BY_VERSION, OF_INSTANCES),
          Map.entry(IncidentStatistics.BY_DEFINITION, OF_INSTANCES),
          Map.entry(
              IncidentStatistics.BY_ERROR,
              forAll(PROCESS_DEFINITION, PermissionType.READ_PROCESS_INSTANCE)),
          Map.entry(UserTaskTable.TABLE, caller -> userTasks(caller, UserTaskRight.READ)),
          Map.entry(
              DecisionDefinitionTable.TABLE,
              byId(DECISION_DEFINITION, PermissionType.READ_DECISION_DEFINITION, DECISION_ID)),
          Map.entry(
              DecisionRequirementsTable.TABLE,
              byId(
                  DECISION_REQUIREMENTS_DEFINITION, PermissionType.READ, "decisionRequirementsId")),
          Map.entry(DecisionInstanceTable.TABLE, OF_DECISION_INSTANCES),
          Map.entry(DecisionInstanceTable.DETAILS, OF_DECISION_INSTANCES),
          Map.entry(ClusterVariableTable.TABLE, OF_CLUSTER_VARIABLES),
          Map.entry(ClusterVariableTable.PREVIEWS, OF_CLUSTER_VARIABLES),
          Map.entry(
              GlobalTaskListenerTable.TABLE,
              forAll(ResourceType.GLOBAL_LISTENER, PermissionType.READ_TASK_LISTENER)),
          Map.entry(BatchOperationTable.TABLE, OF_BATCHES),
          Map.entry(BatchOperationItemTable.TABLE, OF_BATCHES));

  private Visibility() {}

  private interface Rule {
    @Nullable List<List<Condition>> visibleTo(Caller caller);
  }

  /** What can be done with a user task, by permission on its process or on the task itself. */
  public enum UserTaskRight {
    READ(List.of(PermissionType.READ_USER_TASK), PermissionType.READ),
    UPDATE(List.of(PermissionType.UPDATE_USER_TASK), PermissionType.UPDATE),
    CLAIM(
        List.of(PermissionType.CLAIM_USER_TASK, PermissionType.UPDATE_USER_TASK),
        PermissionType.CLAIM),
    COMPLETE(
        List.of(PermissionType.COMPLETE_USER_TASK, PermissionType.UPDATE_USER_TASK),
        PermissionType.COMPLETE);

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
    private final List<PermissionType> onProcess;

    private final PermissionType onTask;

    UserTaskRight(List<PermissionType> onProcess, PermissionType onTask) {
      this.onProcess = onProcess;
      this.onTask = onTask;
    }

    /** The narrowest permission on the process, for messages. */
    public PermissionType onProcess() {
      return onProcess.get(0);
    }
  }

  /**
   * Rows of a table of the engine.
   *
   * @throws ForbiddenException for a table that only callers of the installation may search
   */
  static @Nullable List<List<Condition>> of(SearchTable table, Caller caller) {
    if (caller.rights().isUnlimited()) {
      return null;
    }
    var rule = RULES.get(table);
    if (rule == null) {
      throw new ForbiddenException(
          "Expected a caller of the installation, but '%s' is none".formatted(caller.name()));
    }
    return rule.visibleTo(caller);
  }

  /** Tasks with which the caller may do this. */
  public static @Nullable List<List<Condition>> userTasks(Caller caller, UserTaskRight right) {
    var rights = caller.rights();
    if (rights.hasAny(USER_TASK, right.onTask)) {
      return null;
    }
    var alternatives = new ArrayList<List<Condition>>();
    for (var permission : right.onProcess) {
      var ids = rights.ids(PROCESS_DEFINITION, permission);
      if (ids == null) {
        return null;
      }
      addIn(alternatives, PROCESS_ID, ids);
    }
    for (var property : rights.taskProperties(right.onTask)) {
      switch (property) {
        case "assignee" -> addIn(alternatives, "assignee", List.of(caller.name()));
        case "candidateUsers" -> addIn(alternatives, "candidateUser", List.of(caller.name()));
        case "candidateGroups" -> addIn(alternatives, "candidateGroup", caller.groups());
        default -> throw new IllegalStateException(property);
      }
    }
    return alternatives;
  }

  /** Rows whose {@code field} is one of the ids on which the caller has the permission. */
  public static @Nullable List<List<Condition>> byId(
      Caller caller, ResourceType resource, PermissionType permission, String field) {
    var ids = caller.rights().ids(resource, permission);
    if (ids == null) {
      return null;
    }
    var alternatives = new ArrayList<List<Condition>>();
    addIn(alternatives, field, ids);
    return alternatives;
  }

  private static Rule byId(ResourceType resource, PermissionType permission, String field) {
    return caller -> byId(caller, resource, permission, field);
  }

  private static Rule forAll(ResourceType resource, PermissionType permission) {
    return caller -> caller.rights().hasAny(resource, permission) ? null : List.of();
  }

  /** Nothing for no values: an empty list in a filter would mean "any". */
  private static void addIn(
      List<List<Condition>> alternatives, String field, Collection<String> values) {
    if (!values.isEmpty()) {
      alternatives.add(
          List.of(Condition.of(field, new Comparison(Operator.IN, List.copyOf(values)))));
    }
  }
}
