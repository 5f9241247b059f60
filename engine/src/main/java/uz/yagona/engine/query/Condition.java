package uz.yagona.engine.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons that a field must meet, all of them.
 *
 * @param field name in the API, for example {@code processInstanceKey}
 * @param variable name of the variable compared, for fields that search in variables; else null
 */
public record Condition(String field, @Nullable String variable, List<Comparison> comparisons) {
  public Condition {
    comparisons = List.copyOf(comparisons);
  }

  public static Condition of(String field, Comparison... comparisons) {
    return new Condition(field, null, List.of(comparisons));
  }

  public static Condition equalTo(String field, Object value) {
    return of(field, Comparison.equalTo(value));
  }
}
