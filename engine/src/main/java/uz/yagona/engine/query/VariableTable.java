package uz.yagona.engine.query;

import static uz.yagona.engine.query.ColumnType.BOOLEAN;
import static uz.yagona.engine.query.ColumnType.JSON_TEXT;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;

/** Variables of running and ended instances; values are JSON text. */
public final class VariableTable {
  /** Longer values are cut in searches, unless the caller asks for whole ones. */
  static final int PREVIEW = 8191;

  private static final String INSTANCE =
      """
      exists (
        select 1 from engine.process_instance i
        where i.process_instance_key = v.process_instance_key and %s)""";

  public static final SearchTable TABLE = table("v.value", "false");
  public static final SearchTable PREVIEWS =
      table("left(v.value, " + PREVIEW + ")", "(length(v.value) > " + PREVIEW + ")");

  private static SearchTable table(String value, String isTruncated) {
    return SearchTable.of("variable", "engine.variable v")
        .identity("variableKey", KEY, "v.variable_key")
        .field("name", TEXT, "v.name")
        .compared("value", JSON_TEXT, "v.value", value)
        .unsorted("isTruncated", BOOLEAN, isTruncated)
        .field("scopeKey", KEY, "v.scope_key")
        .field("processInstanceKey", KEY, "v.process_instance_key")
        .shown("rootProcessInstanceKey", KEY, "v.root_process_instance_key")
        .field("tenantId", TEXT, SearchTable.TENANT)
        .filter("processDefinitionId", TEXT, "i.process_definition_id", INSTANCE)
        .build();
  }

  private VariableTable() {}
}
