package uz.yagona.engine.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A search as asked: which rows, in which order, which part of them. */
public record SearchRequest(Filter filter, List<Sort> sort, Page page) {
  public SearchRequest {
    sort = List.copyOf(sort);
  }

  public static SearchRequest of(Filter filter) {
    return new SearchRequest(filter, List.of(), Page.FIRST);
  }

  /** The same search over what may be seen. */
  public SearchRequest visible(@Nullable List<List<Condition>> alternatives) {
    return new SearchRequest(filter.visible(alternatives), sort, page);
  }

  public SearchRequest and(Condition condition) {
    return new SearchRequest(filter.and(condition), sort, page);
  }
}
