package uz.yagona.engine.query;

import java.util.ArrayList;
import java.util.List;

/**
 * What rows must meet: every condition of {@code all}, and every condition of at least one of
 * {@code anyOf} when that is not empty.
 */
public record Filter(List<Condition> all, List<List<Condition>> anyOf) {
  public static final Filter EVERYTHING = new Filter(List.of(), List.of());

  public Filter {
    all = List.copyOf(all);
    anyOf = List.copyOf(anyOf);
  }

  public static Filter of(Condition... conditions) {
    return new Filter(List.of(conditions), List.of());
  }

  /** Whether every row must have exactly one value of the field. */
  boolean hasOne(String field) {
    var conditions = all.stream().filter(condition -> condition.field().equals(field)).toList();
    if (conditions.size() != 1 || conditions.get(0).comparisons().size() != 1) {
      return false;
    }
    var comparison = conditions.get(0).comparisons().get(0);
    return comparison.operator() == Operator.EQ && comparison.values().size() == 1;
  }

  public Filter and(Condition condition) {
    var more = new ArrayList<>(all);
    more.add(condition);
    return new Filter(more, anyOf);
  }
}
