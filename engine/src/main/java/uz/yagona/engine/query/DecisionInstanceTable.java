package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.INTEGER;
import static uz.yagona.engine.query.ColumnType.JSON;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;
import static uz.yagona.engine.query.ColumnType.TIME;

import java.util.List;

/** Evaluated decisions. */
public final class DecisionInstanceTable {
  public static final SearchTable TABLE = columns().build();

  /** With inputs and matched rules, for reading one. */
  public static final SearchTable DETAILS =
      columns()
          .shown("evaluatedInputs", JSON, "d.evaluated_inputs")
          .shown("matchedRules", JSON, "d.matched_rules")
          .build();

  private static SearchTable.Builder columns() {
    return SearchTable.of("decision instance", "engine.decision_instance d")
        .identity("decisionEvaluationInstanceKey", TEXT, "d.decision_evaluation_instance_key")
        .field("decisionEvaluationKey", KEY, "d.decision_evaluation_key")
        .constant("state", "d.state", List.of("EVALUATED", "FAILED", "UNKNOWN", "UNSPECIFIED"))
        .field("evaluationDate", TIME, "d.evaluation_date")
        .field("evaluationFailure", TEXT, "d.evaluation_failure", NULLABLE)
        .shown("result", TEXT, "d.result")
        .field("decisionDefinitionKey", KEY, "d.decision_definition_key")
        .field("decisionDefinitionId", TEXT, "d.decision_definition_id")
        .field("decisionDefinitionName", TEXT, "d.decision_definition_name", NULLABLE)
        .field("decisionDefinitionVersion", INTEGER, "d.decision_definition_version")
        .constant(
            "decisionDefinitionType",
            "d.decision_definition_type",
            List.of("DECISION_TABLE", "LITERAL_EXPRESSION", "UNKNOWN", "UNSPECIFIED"))
        .filter("decisionRequirementsKey", KEY, "d.decision_requirements_key")
        .field("rootDecisionDefinitionKey", KEY, "d.root_decision_definition_key")
        .field("processDefinitionKey", KEY, "d.process_definition_key", NULLABLE)
        .field("processInstanceKey", KEY, "d.process_instance_key", NULLABLE)
        .shown("rootProcessInstanceKey", KEY, "d.root_process_instance_key")
        .field("elementInstanceKey", KEY, "d.element_instance_key", NULLABLE)
        .field("tenantId", TEXT, "d.tenant_id");
  }

  private DecisionInstanceTable() {}
}
