package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.BOOLEAN;
import static uz.yagona.engine.query.ColumnType.JSON_TEXT;
import static uz.yagona.engine.query.ColumnType.TEXT;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cluster variables of both scopes; values are JSON text. */
public final class ClusterVariableTable {
  public static final SearchTable TABLE = table("v.value", "false");

  /** With long values cut, as in searches for variables of instances. */
  public static final SearchTable PREVIEWS =
      table(
          "left(v.value, " + VariableTable.PREVIEW + ")",
          "(length(v.value) > " + VariableTable.PREVIEW + ")");

  private static SearchTable table(String value, String isTruncated) {
    return SearchTable.of("cluster variable", "engine.cluster_variable v")
        .hiddenIdentity("address", TEXT, "(v.tenant_id || ' ' || v.name)")
        .field("name", TEXT, "v.name")
        .compared("value", JSON_TEXT, "v.value", value)
        .unsorted("isTruncated", BOOLEAN, isTruncated)
        .constant(
            "scope",
            "(case when v.tenant_id = '' then 'GLOBAL' else 'TENANT' end)",
            List.of("GLOBAL", "TENANT"))
        .field("tenantId", TEXT, "nullif(v.tenant_id, '')", NULLABLE)
        .build();
  }

  /**
   * The key of a variable in {@link #TABLE}.
   *
   * @param tenantId {@code null} for the global scope
   */
  public static String key(String name, @Nullable String tenantId) {
    return Optional.ofNullable(tenantId).orElse("") + " " + name;
  }

  private ClusterVariableTable() {}
}
