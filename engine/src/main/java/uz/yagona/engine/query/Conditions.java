package uz.yagona.engine.query;

import java.util.List;
import uz.yagona.engine.query.Column.Use;

/** Writes filters as SQL; values only ever become parameters. */
final class Conditions {
  private final SearchTable table;
  private final Sql sql;
  private boolean openOnly;

  Conditions(SearchTable table, Sql sql) {
    this.table = table;
    this.sql = sql;
  }

  void write(Filter filter) {
    sql.append(table.restriction());
    openOnly = table.open().isImpliedBy(filter);
    if (openOnly) {
      sql.append(" and ").append(table.open().condition());
    }
    filter.all().forEach(this::writeAnd);
    if (!filter.anyOf().isEmpty()) {
      writeAny(filter.anyOf());
    }
    var visible = filter.visible();
    if (visible != null && !filter.isAllVisible()) {
      writeAny(visible);
    }
  }

  private void writeAny(List<List<Condition>> alternatives) {
    sql.append(" and (false");
    for (var alternative : alternatives) {
      sql.append(" or (true");
      alternative.forEach(this::writeAnd);
      sql.append(")");
    }
    sql.append(")");
  }

  private void writeAnd(Condition condition) {
    var column = table.filtered(condition.field());
    for (var comparison : condition.comparisons()) {
      if (isWithoutEffect(comparison)) {
        continue;
      }
      sql.append(" and ");
      var within = openOnly && column.withinOpen() != null ? column.withinOpen() : column.within();
      if (within == null) {
        compare(column, comparison);
      } else {
        compareWithin(column, within, condition, comparison);
      }
    }
  }

  /** Clients send empty lists for lists that nobody set. */
  private static boolean isWithoutEffect(Comparison comparison) {
    return comparison.values().isEmpty();
  }

  private void compareWithin(
      Column column, String within, Condition condition, Comparison comparison) {
    var parts = within.split("%s", 2);
    var operator = comparison.operator();
    var isMissing = operator == Operator.EXISTS && Boolean.FALSE.equals(comparison.value());
    if (operator.isNegative() || isMissing) {
      sql.append("not ");
    }
    sql.append(parts[0]);
    if (column.is(Use.VARIABLE)) {
      if (condition.variable() == null) {
        throw new InvalidSearchException(
            "Expected the name of a variable in '%s', but got none".formatted(column.name()));
      }
      sql.parameter(condition.variable());
    }
    switch (operator) {
      case EXISTS -> sql.append("true");
      case NEQ -> compare(column, new Comparison(Operator.EQ, comparison.values()));
      case NOT_IN -> compare(column, new Comparison(Operator.IN, comparison.values()));
      default -> compare(column, comparison);
    }
    sql.append(parts[1]);
  }

  private void compare(Column column, Comparison comparison) {
    if (column.type() == ColumnType.TEXTS && comparison.operator() != Operator.EXISTS) {
      compareTexts(column, comparison);
      return;
    }
    var expression = column.sql();
    var operator = comparison.operator();
    switch (operator) {
      case EXISTS ->
          sql.append(expression).append(isTrue(column, comparison) ? " is not null" : " is null");
      case IN -> any(column, "(" + expression + " = any(?))", comparison.values());
      case NOT_IN ->
          any(
              column,
              "(%1$s is null or %1$s <> all(?))".formatted(expression),
              comparison.values());
      case EQ -> one(column, expression + " = ?", comparison);
      case NEQ -> one(column, expression + " is distinct from ?", comparison);
      case GT -> one(column, expression + " > ?", comparison);
      case GTE -> one(column, expression + " >= ?", comparison);
      case LT -> one(column, expression + " < ?", comparison);
      case LTE -> one(column, expression + " <= ?", comparison);
      case LIKE ->
          sql.append(expression + "::text like ?")
              .parameter(Wildcards.toLike(comparison.value().toString()));
    }
  }

  /** A list of texts: whether it holds the text, or one of several. */
  private void compareTexts(Column column, Comparison comparison) {
    switch (comparison.operator()) {
      case EQ -> one(column, "? = any(" + column.sql() + ")", comparison);
      case NEQ -> one(column, "? <> all(" + column.sql() + ")", comparison);
      case IN -> any(column, column.sql() + " && ?", comparison.values());
      case NOT_IN -> any(column, "not (" + column.sql() + " && ?)", comparison.values());
      case LIKE ->
          sql.append("exists (select 1 from unnest(" + column.sql() + ") item where item like ?)")
              .parameter(Wildcards.toLike(comparison.value().toString()));
      default ->
          throw new InvalidSearchException(
              "Expected $eq, $neq, $in, $notIn, $like or $exists for '%s', but got %s"
                  .formatted(column.name(), comparison.operator().token()));
    }
  }

  private void one(Column column, String text, Comparison comparison) {
    sql.append(text).parameter(bind(column, comparison.value()));
  }

  private void any(Column column, String text, List<Object> values) {
    var bound = values.stream().map(value -> bind(column, value)).toArray();
    sql.append(text).parameter(new Sql.Values(column.type().sqlType(), bound));
  }

  private static boolean isTrue(Column column, Comparison comparison) {
    if (comparison.value() instanceof Boolean is) {
      return is;
    }
    throw new InvalidSearchException(
        "Expected true or false for $exists of '%s', but got '%s'"
            .formatted(column.name(), comparison.value()));
  }

  private static Object bind(Column column, Object value) {
    var bound = column.type().bind(column.name(), value);
    if (!column.constants().isEmpty() && !column.constants().contains(bound)) {
      throw new InvalidSearchException(
          "Expected one of %s for '%s', but got '%s'"
              .formatted(column.constants(), column.name(), value));
    }
    return bound;
  }
}
