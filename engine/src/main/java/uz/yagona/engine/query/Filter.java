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

  /** Whether the conditions find nothing that may not be seen: no other rows need be looked for. */
  boolean isAllVisible() {
    return visible == null
        || visible.stream().anyMatch(alternative -> alternative.stream().allMatch(this::isMet));
  }

  /** Whether every row meets a condition on the values of a field. */
  private boolean isMet(Condition wanted) {
    return wanted.variable() == null
        && wanted.comparisons().stream()
            .allMatch(limit -> limit.isOneOf() && isWithin(wanted.field(), limit.values()));
  }

  private boolean isWithin(String field, List<Object> values) {
    return all.stream()
        .filter(condition -> condition.field().equals(field) && condition.variable() == null)
        .flatMap(condition -> condition.comparisons().stream())
        .anyMatch(
            asked ->
                asked.isOneOf() && !asked.values().isEmpty() && values.containsAll(asked.values()));
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
