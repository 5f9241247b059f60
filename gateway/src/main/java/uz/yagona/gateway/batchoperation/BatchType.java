package uz.yagona.gateway.batchoperation;

import java.util.List;
import uz.yagona.engine.query.Comparison;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.Operator;

/** What is done to the instances, and which of those that meet the filter it can be done to. */
enum BatchType {
  CANCEL_PROCESS_INSTANCE(Condition.equalTo("state", "ACTIVE"), rootOnly()),
  DELETE_PROCESS_INSTANCE(
      Condition.of("state", new Comparison(Operator.IN, List.of("COMPLETED", "TERMINATED"))),
      rootOnly()),
  MIGRATE_PROCESS_INSTANCE(Condition.equalTo("state", "ACTIVE")),
  MODIFY_PROCESS_INSTANCE(Condition.equalTo("state", "ACTIVE")),
  RESOLVE_INCIDENT(Condition.equalTo("state", "ACTIVE"), Condition.equalTo("hasIncident", true));

  @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
  private final List<Condition> conditions;

  BatchType(Condition... conditions) {
    this.conditions = List.of(conditions);
  }

  List<Condition> conditions() {
    return conditions;
  }

  private static Condition rootOnly() {
    return Condition.of(
        "parentProcessInstanceKey", new Comparison(Operator.EXISTS, List.of(false)));
  }
}
