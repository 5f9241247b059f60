package uz.yagona.engine.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Found rows, each as the JSON object of the API: keys are strings, times ISO-8601 in UTC.
 *
 * @param totalItems rows that meet the filter; exact up to 10,000
 * @param hasMoreTotalItems whether there are more rows than {@code totalItems}
 * @param startCursor position of the first item, null without items
 * @param endCursor position of the last item, null without items
 */
public record SearchResult(
    List<Map<String, @Nullable Object>> items,
    long totalItems,
    boolean hasMoreTotalItems,
    @Nullable String startCursor,
    @Nullable String endCursor) {}
