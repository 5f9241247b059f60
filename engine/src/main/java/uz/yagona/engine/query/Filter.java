package uz.yagona.engine.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rows must meet: every condition of {@code all}, and every condition of at least one of
 * {@code anyOf} when that is not empty.
 *
 * @param visible what the caller may see: rows that meet every condition of at least one of these,
 *     none when it is empty; {@code null} hides nothing
 */
public record Filter(
    List<Condition> all, List<List<Condition>> anyOf, @Nullable List<List<Condition>> visible) {
  public static final Filter EVERYTHING = new Filter(List.of(), List.of());

  public Filter {
    all = List.copyOf(all);
    anyOf = List.copyOf(anyOf);
    visible = visible == null ? null : List.copyOf(visible);
  }

  public Filter(List<Condition> all, List<List<Condition>> anyOf) {
    this(all, anyOf, null);
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
    return new Filter(more, anyOf, visible);
  }

  /** The same rows, as far as they may be seen; replaces an earlier limit. */
  public Filter visible(@Nullable List<List<Condition>> alternatives) {
    return new Filter(all, anyOf, alternatives);
  }
}
