package uz.yagona.gateway.batchoperation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.query.Comparison;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.DecisionInstanceTable;
import uz.yagona.engine.query.Operator;
import uz.yagona.engine.query.ProcessInstanceTable;
import uz.yagona.engine.query.SearchTable;
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.search.Visibility;

/** What is done to instances, and which of those that meet the filter it can be done to. */
enum BatchType {
  DELETE_DECISION_INSTANCE(
      DecisionInstanceTable.TABLE,
      "decisionEvaluationKey",
      PermissionType.DELETE_DECISION_INSTANCE),
  CANCEL_PROCESS_INSTANCE(
      PermissionType.CANCEL_PROCESS_INSTANCE, Condition.equalTo("state", "ACTIVE"), rootOnly()),
  DELETE_PROCESS_INSTANCE(
      PermissionType.DELETE_PROCESS_INSTANCE,
      Condition.of("state", new Comparison(Operator.IN, List.of("COMPLETED", "TERMINATED"))),
      rootOnly()),
  MIGRATE_PROCESS_INSTANCE(
      PermissionType.UPDATE_PROCESS_INSTANCE, Condition.equalTo("state", "ACTIVE")),
  MODIFY_PROCESS_INSTANCE(
      PermissionType.MODIFY_PROCESS_INSTANCE, Condition.equalTo("state", "ACTIVE")),
  RESOLVE_INCIDENT(
      PermissionType.UPDATE_PROCESS_INSTANCE,
      Condition.equalTo("state", "ACTIVE"),
      Condition.equalTo("hasIncident", true));

  @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
  private final List<Condition> conditions;

  @SuppressWarnings("ImmutableEnumChecker") // its columns are fixed
  private final SearchTable table;

  private final String keyField;

  private final PermissionType onItems;

  /** For process instances. */
  BatchType(PermissionType onItems, Condition... conditions) {
    this(ProcessInstanceTable.TABLE, "processInstanceKey", onItems, conditions);
  }

  BatchType(SearchTable table, String keyField, PermissionType onItems, Condition... conditions) {
    this.onItems = onItems;
    this.conditions = List.of(conditions);
    this.table = table;
    this.keyField = keyField;
  }

  /** What the filter searches. */
  SearchTable table() {
    return table;
  }

  /** The field of {@link #table()} whose value the command takes. */
  String keyField() {
    return keyField;
  }

  List<Condition> conditions() {
    return conditions;
  }

  /** What the caller may do this to, as in {@link uz.yagona.engine.query.Filter#visible()}. */
  @Nullable List<List<Condition>> itemsOf(Caller caller) {
    return this == DELETE_DECISION_INSTANCE
        ? Visibility.byId(caller, ResourceType.DECISION_DEFINITION, onItems, "decisionDefinitionId")
        : Visibility.byId(caller, ResourceType.PROCESS_DEFINITION, onItems, "processDefinitionId");
  }

  /**
   * Refuses callers who may not begin such an operation.
   *
   * @throws uz.yagona.gateway.problem.ForbiddenException naming the narrower permission
   */
  void requireFor(Caller caller) {
    if (!caller.rights().hasAny(ResourceType.BATCH, PermissionType.CREATE)) {
      caller.requireForAll(
          ResourceType.BATCH, PermissionType.valueOf("CREATE_BATCH_OPERATION_" + name()));
    }
  }

  private static Condition rootOnly() {
    return Condition.of(
        "parentProcessInstanceKey", new Comparison(Operator.EXISTS, List.of(false)));
  }
}
