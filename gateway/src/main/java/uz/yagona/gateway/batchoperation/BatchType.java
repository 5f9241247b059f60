package uz.yagona.gateway.batchoperation;

import java.util.List;
import uz.yagona.engine.query.Comparison;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.DecisionInstanceTable;
import uz.yagona.engine.query.Operator;
import uz.yagona.engine.query.ProcessInstanceTable;
import uz.yagona.engine.query.SearchTable;

/** What is done to instances, and which of those that meet the filter it can be done to. */
enum BatchType {
  DELETE_DECISION_INSTANCE(DecisionInstanceTable.TABLE, "decisionEvaluationKey"),
  CANCEL_PROCESS_INSTANCE(Condition.equalTo("state", "ACTIVE"), rootOnly()),
  DELETE_PROCESS_INSTANCE(
      Condition.of("state", new Comparison(Operator.IN, List.of("COMPLETED", "TERMINATED"))),
      rootOnly()),
  MIGRATE_PROCESS_INSTANCE(Condition.equalTo("state", "ACTIVE")),
  MODIFY_PROCESS_INSTANCE(Condition.equalTo("state", "ACTIVE")),
  RESOLVE_INCIDENT(Condition.equalTo("state", "ACTIVE"), Condition.equalTo("hasIncident", true));

  @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
  private final List<Condition> conditions;

  @SuppressWarnings("ImmutableEnumChecker") // its columns are fixed
  private final SearchTable table;

  private final String keyField;

  /** For process instances. */
  BatchType(Condition... conditions) {
    this(ProcessInstanceTable.TABLE, "processInstanceKey", conditions);
  }

  BatchType(SearchTable table, String keyField, Condition... conditions) {
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

  private static Condition rootOnly() {
    return Condition.of(
        "parentProcessInstanceKey", new Comparison(Operator.EXISTS, List.of(false)));
  }
}
