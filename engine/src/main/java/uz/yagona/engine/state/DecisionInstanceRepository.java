package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.INTEGER;
import static uz.yagona.engine.state.Columns.Type.JSONB;
import static uz.yagona.engine.state.Columns.Type.TEXT;
import static uz.yagona.engine.state.Columns.Type.TIME;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code decision_instance}; rows are only ever added. */
final class DecisionInstanceRepository {
  private static final Columns<DecisionRow> COLUMNS =
      new Columns<DecisionRow>("engine.decision_instance", "decision_evaluation_instance_key")
          .fixed(
              "decision_evaluation_instance_key",
              TEXT,
              row -> row.decision().decisionEvaluationInstanceKey())
          .fixed("decision_evaluation_key", BIGINT, DecisionRow::key)
          .fixed("decision_instance_index", INTEGER, DecisionRow::index)
          .fixed("state", TEXT, row -> row.failure() == null ? "EVALUATED" : "FAILED")
          .fixed("evaluation_date", TIME, DecisionRow::date)
          .fixed("evaluation_failure", TEXT, DecisionRow::failure)
          .fixed("result", TEXT, row -> row.decision().output())
          .fixed("decision_definition_key", BIGINT, row -> row.decision().decisionDefinitionKey())
          .fixed("decision_definition_id", TEXT, row -> row.decision().decisionDefinitionId())
          .fixed("decision_definition_name", TEXT, row -> row.decision().decisionDefinitionName())
          .fixed(
              "decision_definition_version",
              INTEGER,
              row -> row.decision().decisionDefinitionVersion())
          .fixed("decision_definition_type", TEXT, row -> row.decision().decisionDefinitionType())
          .fixed("decision_requirements_key", BIGINT, row -> row.requirements().key())
          .fixed("decision_requirements_id", TEXT, row -> row.requirements().id())
          .fixed("root_decision_definition_key", BIGINT, DecisionRow::rootDecisionKey)
          .fixed("process_definition_key", BIGINT, ofProcess(p -> p.definition().key()))
          .fixed("process_definition_id", TEXT, ofProcess(p -> p.definition().id()))
          .fixed("process_instance_key", BIGINT, ofProcess(ProcessInstance::key))
          .fixed("root_process_instance_key", BIGINT, ofProcess(ProcessInstance::rootKey))
          .fixed("element_instance_key", BIGINT, ofElement(ElementInstance::key))
          .fixed("element_id", TEXT, ofElement(element -> element.element().id()))
          .fixed("evaluated_inputs", JSONB, row -> Json.write(row.decision().inputs()))
          .fixed("matched_rules", JSONB, row -> Json.write(row.decision().matchedRules()));
  private static final String DELETE =
      "delete from engine.decision_instance where decision_evaluation_key = :key";

  private final JdbcClient jdbc;
  final Changes<DecisionRow> changes;

  DecisionInstanceRepository(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    changes = new Changes<>(journal);
  }

  private static Function<DecisionRow, @Nullable Object> ofProcess(
      Function<ProcessInstance, Object> reader) {
    return row -> {
      var process = row.process();
      return process == null ? null : reader.apply(process);
    };
  }

  private static Function<DecisionRow, @Nullable Object> ofElement(
      Function<ElementInstance, Object> reader) {
    return row -> {
      var element = row.element();
      return element == null ? null : reader.apply(element);
    };
  }

  /** Removes an evaluation at once; gives the number of rows. */
  int delete(long evaluationKey) {
    return jdbc.sql(DELETE).param("key", evaluationKey).update();
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
  }
}
