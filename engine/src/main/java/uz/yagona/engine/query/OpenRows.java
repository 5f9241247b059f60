package uz.yagona.engine.query;

import java.util.List;

/**
 * How a search that asks for open rows only is told from others, so that it can use the indexes of
 * open rows.
 *
 * @param condition SQL that all rows with {@code values} meet
 */
record OpenRows(String field, List<String> values, String condition) {

  static final OpenRows UNKNOWN = new OpenRows("", List.of(), "true");

  boolean isImpliedBy(Filter filter) {
    return filter.all().stream()
        .filter(condition -> condition.field().equals(field))
        .flatMap(condition -> condition.comparisons().stream())
        .anyMatch(this::asksForOpen);
  }

  private boolean asksForOpen(Comparison comparison) {
    return comparison.isOneOf()
        && !comparison.values().isEmpty()
        && values.containsAll(comparison.values());
  }
}
