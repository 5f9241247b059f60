package uz.yagona.gateway.search;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.query.SearchResult;

/** The answer of a search operation. */
public record SearchAnswer(List<Map<String, @Nullable Object>> items, PageAnswer page) {

  /** Where the items stand in the whole result. */
  public record PageAnswer(
      long totalItems,
      boolean hasMoreTotalItems,
      @Nullable String startCursor,
      @Nullable String endCursor) {}

  public static SearchAnswer of(SearchResult result) {
    return new SearchAnswer(
        result.items(),
        new PageAnswer(
            result.totalItems(),
            result.hasMoreTotalItems(),
            result.startCursor(),
            result.endCursor()));
  }

  /** Rows that are all there is. */
  public static SearchAnswer complete(List<Map<String, @Nullable Object>> items) {
    return new SearchAnswer(items, new PageAnswer(items.size(), false, null, null));
  }

  /** The same answer with each item changed. */
  public SearchAnswer map(UnaryOperator<Map<String, @Nullable Object>> change) {
    return new SearchAnswer(items.stream().map(change).toList(), page);
  }
}
