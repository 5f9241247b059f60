package uz.yagona.gateway.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import uz.yagona.engine.query.Filter;
import uz.yagona.engine.query.Page;
import uz.yagona.engine.query.SearchRequest;
import uz.yagona.engine.query.SearchTable;
import uz.yagona.engine.query.Sort;
import uz.yagona.gateway.problem.InvalidRequestException;

/** The body of a search operation; all parts may be absent. */
public record SearchBody(
    @Nullable ObjectNode filter, @Nullable List<SortBody> sort, @Nullable PageBody page) {
  private static final SearchBody EMPTY = new SearchBody(null, null, null);

  /** One sort criterion; ascending when {@code order} is absent. */
  public record SortBody(@Nullable String field, @Nullable String order) {
    Sort sort() {
      if (field == null) {
        throw new InvalidRequestException("Expected sort.field, but it is missing");
      }
      var direction = order == null ? "ASC" : order;
      if (!direction.equalsIgnoreCase("ASC") && !direction.equalsIgnoreCase("DESC")) {
        throw new InvalidRequestException(
            "Expected ASC or DESC for sort.order, but got '%s'".formatted(direction));
      }
      return new Sort(field, direction.equalsIgnoreCase("DESC"));
    }
  }

  /** Part of the result; the first 100 rows when absent. */
  public record PageBody(
      @Nullable Integer limit,
      @Nullable Integer from,
      @Nullable String after,
      @Nullable String before) {
    Page page() {
      return new Page(
          limit == null ? Page.DEFAULT_LIMIT : limit, from == null ? 0 : from, after, before);
    }
  }

  /** The body, or one without any part. */
  public static SearchBody orEmpty(@Nullable SearchBody body) {
    return body == null ? EMPTY : body;
  }

  /** The search that the body asks for. */
  public SearchRequest in(SearchTable table) {
    return new SearchRequest(filterIn(table), sorts(), pages());
  }

  /** The filter alone. */
  public Filter filterIn(SearchTable table) {
    return filter == null ? Filter.EVERYTHING : new FilterReader(table).read(filter);
  }

  private List<Sort> sorts() {
    return sort == null ? List.of() : sort.stream().map(SortBody::sort).toList();
  }

  /** The page alone. */
  public Page pages() {
    return page == null ? Page.FIRST : page.page();
  }
}
