package uz.yagona.gateway.search;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.SearchTable;
import uz.yagona.engine.query.Searches;

/** Answers search and get operations on a table. */
@Component("gatewaySearchCalls")
public final class SearchCalls {
  private final Searches searches;

  SearchCalls(Searches searches) {
    this.searches = searches;
  }

  /** Rows that meet the body. */
  public SearchAnswer search(SearchTable table, @Nullable SearchBody body) {
    return SearchAnswer.of(searches.search(table, SearchBody.orEmpty(body).in(table)));
  }

  /** Rows that meet the body and one condition more. */
  public SearchAnswer search(SearchTable table, @Nullable SearchBody body, Condition also) {
    return SearchAnswer.of(searches.search(table, SearchBody.orEmpty(body).in(table).and(also)));
  }

  /**
   * The row with this key.
   *
   * @throws RejectedException NOT_FOUND
   */
  public Row get(SearchTable table, Object key) {
    return searches
        .find(table, key)
        .map(Row::new)
        .orElseThrow(
            () ->
                RejectedException.notFound(
                    "Expected to find a %s with key '%s', but there is none", table.noun(), key));
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
