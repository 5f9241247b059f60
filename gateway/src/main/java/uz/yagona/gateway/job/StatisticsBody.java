package uz.yagona.gateway.job;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uz.yagona.engine.query.JobStatistics.Span;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;
import uz.yagona.gateway.search.SearchBody.PageBody;

/** The body of statistics on jobs: a span of time and mostly a job type. */
record StatisticsBody(@Nullable Map<String, JsonNode> filter, @Nullable PageBody page) {
  private static final int MOST = 1_000;

  Span span() {
    return new Span(Values.time("filter.from", text("from")), Values.time("filter.to", text("to")));
  }

  String jobType() {
    return Values.required("filter.jobType", optionalJobType());
  }

  @Nullable String optionalJobType() {
    var type = text("jobType");
    return type.isEmpty() ? null : type;
  }

  int limit() {
    return page == null || page.limit() == null ? MOST : Math.min(page.limit(), MOST);
  }

  /** A text, or the one that an {@code $eq} holds; empty when absent. */
  String text(String field) {
    var value = filter == null ? null : filter.get(field);
    if (value == null || value.isNull()) {
      return "";
    }
    var plain = value.isObject() && value.has("$eq") ? value.get("$eq") : value;
    if (plain.isString()) {
      return plain.stringValue();
    }
    throw new InvalidRequestException(
        "Expected a text for 'filter.%s', but got %s".formatted(field, value));
  }
}
