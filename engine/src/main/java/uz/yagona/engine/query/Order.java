package uz.yagona.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.query.Column.Use;

/** The columns a result is sorted by, ending with the row's key, so that it is total. */
final class Order {
  private record By(Column column, boolean descending) {}

  private final List<By> columns = new ArrayList<>();

  Order(SearchTable table, List<Sort> sort) {
    for (var by : sort) {
      columns.add(new By(table.sorted(by.field()), by.descending()));
    }
    var descending = !sort.isEmpty() && sort.get(sort.size() - 1).descending();
    if (columns.stream().noneMatch(by -> by.column().equals(table.key()))) {
      columns.add(new By(table.key(), descending));
    }
  }

  String signature() {
    return columns.stream()
        .map(by -> by.column().name() + (by.descending() ? "-" : "+"))
        .collect(Collectors.joining(","));
  }

  int size() {
    return columns.size();
  }

  /** The sort values as text, to be selected behind the shown columns. */
  String positions() {
    return columns.stream()
        .map(by -> ", " + by.column().sql() + "::text")
        .collect(Collectors.joining());
  }

  void write(Sql sql, boolean backward) {
    sql.append(" order by ");
    var separator = "";
    for (var by : columns) {
      var descending = by.descending() != backward;
      sql.append(separator).append(by.column().sql()).append(descending ? " desc" : "");
      if (by.column().is(Use.NULLABLE)) {
        sql.append(backward ? " nulls first" : " nulls last");
      }
      separator = ", ";
    }
  }

  /** Rows behind the cursor, or before it when {@code backward}. */
  void writeBeyond(Sql sql, List<@Nullable String> cursor, boolean backward) {
    sql.append(" and (false");
    for (var i = 0; i < columns.size(); i++) {
      sql.append(" or (true");
      for (var j = 0; j < i; j++) {
        equal(sql, columns.get(j).column(), cursor.get(j));
      }
      beyond(sql, columns.get(i), cursor.get(i), backward);
      sql.append(")");
    }
    sql.append(")");
  }

  private static void equal(Sql sql, Column column, @Nullable String value) {
    sql.append(" and ").append(column.sql());
    if (value == null) {
      sql.append(" is null");
    } else {
      sql.append(" = ?::" + column.type().sqlType()).parameter(value);
    }
  }

  private static void beyond(Sql sql, By by, @Nullable String value, boolean backward) {
    var column = by.column();
    if (value == null) {
      sql.append(backward ? " and " + column.sql() + " is not null" : " and false");
      return;
    }
    var comparison = by.descending() != backward ? " < ?::" : " > ?::";
    var orMissing = column.is(Use.NULLABLE) && !backward ? " or " + column.sql() + " is null" : "";
    sql.append(" and (" + column.sql() + comparison + column.type().sqlType() + orMissing + ")")
        .parameter(value);
  }
}
