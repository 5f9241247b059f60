package uz.yagona.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Oid;

/**
 * The columns of one table, and the statements that write many of its rows at once: each column is
 * one array parameter, unfolded by {@code unnest}.
 */
final class Columns<R> {
  /** How a column travels: type of the array's elements, and the cast behind it. */
  enum Type {
    BIGINT("bigint", Oid.INT8, Oid.INT8_ARRAY, ""),
    INTEGER("integer", Oid.INT4, Oid.INT4_ARRAY, ""),
    BOOLEAN("boolean", Oid.BOOL, Oid.BOOL_ARRAY, ""),
    TEXT("text", Oid.TEXT, Oid.TEXT_ARRAY, ""),
    TIME("timestamptz", Oid.TIMESTAMPTZ, Oid.TIMESTAMPTZ_ARRAY, ""),
    TEXTS("text", Oid.TEXT, Oid.TEXT_ARRAY, "::text[]"),
    JSONB("text", Oid.TEXT, Oid.TEXT_ARRAY, "::jsonb"),
    BYTES("bytea", Oid.BYTEA, Oid.BYTEA_ARRAY, "");

    private final String element;
    private final int elementOid;
    private final int arrayOid;
    private final String cast;

    Type(String element, int elementOid, int arrayOid, String cast) {
      this.element = element;
      this.elementOid = elementOid;
      this.arrayOid = arrayOid;
      this.cast = cast;
    }

    int elementOid() {
      return elementOid;
    }

    int arrayOid() {
      return arrayOid;
    }
  }

  private record Column<R>(
      String name, Type type, boolean changing, Function<R, @Nullable Object> reader) {
    String unfolded() {
      return "n." + name + type.cast;
    }
  }

  private final String table;
  private final List<String> keys;
  private final List<Column<R>> columns = new ArrayList<>();
  private @Nullable String insertSql;
  private @Nullable String updateSql;
  private @Nullable String deleteSql;

  /**
   * @param keys names of the columns that identify a row
   */
  Columns(String table, String... keys) {
    this.table = table;
    this.keys = List.of(keys);
  }

  /** A column that never changes. */
  Columns<R> fixed(String name, Type type, Function<R, @Nullable Object> reader) {
    columns.add(new Column<>(name, type, false, reader));
    return this;
  }

  /** A column that updates write. */
  Columns<R> changing(String name, Type type, Function<R, @Nullable Object> reader) {
    columns.add(new Column<>(name, type, true, reader));
    return this;
  }

  void insert(Script script, Collection<R> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (insertSql == null) {
      insertSql =
          "insert into %s (%s) select %s %s"
              .formatted(table, names(columns), unfolded(columns), from(columns));
    }
    script.append(insertSql);
    bind(script, columns, rows);
  }

  void update(Script script, Collection<R> rows) {
    var changing = columns.stream().filter(Column::changing).toList();
    if (rows.isEmpty() || changing.isEmpty()) {
      return;
    }
    var used = columns.stream().filter(c -> c.changing() || keys.contains(c.name())).toList();
    if (updateSql == null) {
      updateSql =
          "update %s t set %s %s where %s"
              .formatted(
                  table,
                  changing.stream()
                      .map(column -> column.name() + " = " + column.unfolded())
                      .collect(Collectors.joining(", ")),
                  from(used),
                  match());
    }
    script.append(updateSql);
    bind(script, used, rows);
  }

  void delete(Script script, Collection<R> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var used = columns.stream().filter(column -> keys.contains(column.name())).toList();
    if (deleteSql == null) {
      deleteSql =
          "delete from %s t using %s where %s"
              .formatted(table, from(used).substring("from ".length()), match());
    }
    script.append(deleteSql);
    bind(script, used, rows);
  }

  private String match() {
    return keys.stream().map(k -> "t." + k + " = n." + k).collect(Collectors.joining(" and "));
  }

  private static <R> String names(List<Column<R>> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private static <R> String unfolded(List<Column<R>> columns) {
    return columns.stream().map(Column::unfolded).collect(Collectors.joining(", "));
  }

  private static <R> String from(List<Column<R>> columns) {
    // in the select list the arrays are unfolded value by value; after "from" each would be stored
    return columns.stream()
        .map(column -> "unnest(?::%s[]) as %s".formatted(column.type().element, column.name()))
        .collect(Collectors.joining(", ", "from (select ", ") n"));
  }

  private static <R> void bind(Script script, List<Column<R>> columns, Collection<R> rows) {
    for (var column : columns) {
      script.array(column.type(), rows, column.reader());
    }
  }
}
