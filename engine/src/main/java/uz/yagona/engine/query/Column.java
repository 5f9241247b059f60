package uz.yagona.engine.query;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of the API and the SQL behind it.
 *
 * @param name in the API
 * @param sql expression; never holds input
 * @param within SQL around the comparison for fields in other tables, with {@code %s} for the
 *     comparison and one {@code ?} for the variable's name if {@code variable}; null when the
 *     expression stands in the row itself
 * @param withinOpen as {@code within}, faster, for searches that can only find open rows
 * @param constants allowed values, empty for any
 */
public record Column(
    String name,
    ColumnType type,
    String sql,
    @Nullable String within,
    @Nullable String withinOpen,
    Set<Use> uses,
    List<String> constants) {
  /** What a field is for. */
  public enum Use {
    SHOWN,
    FILTERED,
    SORTED,
    NULLABLE,
    /** Compared by the name of a variable: {@code [{name, value}]}. */
    VARIABLE
  }

  Column(String name, ColumnType type, String sql, @Nullable String within, Set<Use> uses) {
    this(name, type, sql, within, null, uses, List.of());
  }

  boolean is(Use use) {
    return uses.contains(use);
  }
}
