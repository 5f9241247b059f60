package uz.yagona.gateway.search;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.Filter;
import uz.yagona.engine.query.SearchTable;
import uz.yagona.engine.query.Searches;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.problem.ForbiddenException;

/** Answers search and get operations on a table with what the caller may see of it. */
@Component("gatewaySearchCalls")
public final class SearchCalls {
  private final Searches searches;

  SearchCalls(Searches searches) {
    this.searches = searches;
  }

  /** Rows that meet the body. */
  public SearchAnswer search(SearchTable table, @Nullable SearchBody body) {
    return search(table, body, visible(table));
  }

  /** Rows that meet the body and one condition more. */
  public SearchAnswer search(SearchTable table, @Nullable SearchBody body, Condition also) {
    return search(table, body, visible(table), also);
  }

  /**
   * Rows that meet the body and the conditions, for a caller whose right to see them was decided
   * elsewhere.
   *
   * @param visible alternatives as in {@link Filter#visible()}
   */
  public SearchAnswer search(
      SearchTable table,
      @Nullable SearchBody body,
      @Nullable List<List<Condition>> visible,
      Condition... also) {
    var request = SearchBody.orEmpty(body).in(table).visible(visible);
    for (var condition : also) {
      request = request.and(condition);
    }
    return SearchAnswer.of(searches.search(table, request));
  }

  /** The filter of the body, as far as the caller may see rows of the table. */
  public Filter filter(SearchTable table, @Nullable SearchBody body) {
    return SearchBody.orEmpty(body).filterIn(table).visible(visible(table));
  }

  /**
   * The row with this key.
   *
   * @throws RejectedException NOT_FOUND
   * @throws ForbiddenException when the caller may not see it
   */
  public Row get(SearchTable table, Object key) {
    return get(table, key, visible(table));
  }

  /**
   * As above, for a caller whose right was decided elsewhere.
   *
   * @param visible alternatives as in {@link Filter#visible()}
   */
  public Row get(SearchTable table, Object key, @Nullable List<List<Condition>> visible) {
    var row = searches.find(table, key, visible);
    if (row.isEmpty() && visible != null && searches.find(table, key).isPresent()) {
      throw new ForbiddenException(
          "Expected a permission to read %s '%s', but '%s' has none"
              .formatted(table.noun(), key, CurrentCaller.get().name()));
    }
    return row.map(Row::new)
        .orElseThrow(
            () ->
                RejectedException.notFound(
                    "Expected to find a %s with key '%s', but there is none", table.noun(), key));
  }

  private static @Nullable List<List<Condition>> visible(SearchTable table) {
    return Visibility.of(table, CurrentCaller.get());
  }

  /** One row as the JSON object of the API. */
  public record Row(
      @com.fasterxml.jackson.annotation.JsonValue Map<String, @Nullable Object> fields) {
    /** The same row changed. */
    public Row map(UnaryOperator<Map<String, @Nullable Object>> change) {
      return new Row(change.apply(fields));
    }

    /** The text in a field that is always there. */
    public String text(String field) {
      return String.valueOf(fields.get(field));
    }

    public @Nullable String optionalText(String field) {
      var value = fields.get(field);
      return value == null ? null : value.toString();
    }
  }
}
