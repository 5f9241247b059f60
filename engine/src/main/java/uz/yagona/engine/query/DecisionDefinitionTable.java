package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.BOOLEAN;
import static uz.yagona.engine.query.ColumnType.INTEGER;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;

/** Deployed decisions that were not deleted. */
public final class DecisionDefinitionTable {
  private static final String LATEST =
      """
      (d.version = (
        select max(l.version) from engine.decision_definition l
        where l.tenant_id = d.tenant_id and l.decision_definition_id = d.decision_definition_id
          and l.deleted_at is null))""";

  public static final SearchTable TABLE =
      SearchTable.of("decision definition", "engine.decision_definition d")
          .only("d.deleted_at is null")
          .identity("decisionDefinitionKey", KEY, "d.decision_definition_key")
          .field("decisionDefinitionId", TEXT, "d.decision_definition_id")
          .field("name", TEXT, "d.name", NULLABLE)
          .field("version", INTEGER, "d.version")
          .field("decisionRequirementsKey", KEY, "d.decision_requirements_key")
          .field("decisionRequirementsId", TEXT, "d.decision_requirements_id")
          .field("decisionRequirementsName", TEXT, "d.decision_requirements_name", NULLABLE)
          .field("decisionRequirementsVersion", INTEGER, "d.decision_requirements_version")
          .field("tenantId", TEXT, "d.tenant_id")
          .filter("isLatestVersion", BOOLEAN, LATEST)
          .build();

  private DecisionDefinitionTable() {}
}
