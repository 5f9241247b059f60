package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.INTEGER;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;

/** Deployed decision requirements that were not deleted. */
public final class DecisionRequirementsTable {
  public static final SearchTable TABLE =
      SearchTable.of("decision requirements", "engine.decision_requirements r")
          .only("r.deleted_at is null")
          .identity("decisionRequirementsKey", KEY, "r.decision_requirements_key")
          .field("decisionRequirementsId", TEXT, "r.decision_requirements_id")
          .field("decisionRequirementsName", TEXT, "r.name", NULLABLE)
          .field("version", INTEGER, "r.version")
          .unsorted("resourceName", TEXT, "r.resource_name")
          .field("tenantId", TEXT, "r.tenant_id")
          .build();

  private DecisionRequirementsTable() {}
}
