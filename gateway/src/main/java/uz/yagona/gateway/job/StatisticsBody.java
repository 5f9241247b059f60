package uz.yagona.gateway.job;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.JobStatistics.Span;
import uz.yagona.engine.query.Page;
import uz.yagona.engine.query.SearchRequest;
import uz.yagona.engine.query.SearchTable;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchBody.PageBody;

/** The body of statistics on jobs: a span of time, mostly a job type, more filters, and a page. */
record StatisticsBody(@Nullable ObjectNode filter, @Nullable PageBody page) {
  private static final Duration DEFAULT_STEP = Duration.ofHours(1);

  Span span() {
    return new Span(
        Values.time("filter.from", required("from")), Values.time("filter.to", required("to")));
  }

  String jobType() {
    return required("jobType");
  }

  /** What the filter asks for besides the span. */
  SearchRequest in(SearchTable table) {
    return new SearchBody(rest("from", "to"), null, page).in(table);
  }

  /** As {@link #in}, for the one job type that the filter must name. */
  SearchRequest ofJobType(SearchTable table) {
    var body = new SearchBody(rest("from", "to", "jobType"), null, page);
    return body.in(table).and(Condition.equalTo("jobType", jobType()));
  }

  Page pageOfSteps() {
    return new SearchBody(null, null, page).pages();
  }

  private @Nullable ObjectNode rest(String... without) {
    if (filter == null) {
      return null;
    }
    var rest = filter.deepCopy();
    for (var field : without) {
      rest.remove(field);
    }
    return rest;
  }

  private String required(String field) {
    return Values.required("filter." + field, text(field));
  }

  private @Nullable String text(String field) {
    JsonNode value = filter == null ? null : filter.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (value.isString()) {
      return value.stringValue();
    }
    throw new InvalidRequestException(
        "Expected a text for 'filter.%s', but got %s".formatted(field, value));
  }

  /** Length of the steps of a time series. */
  Duration step() {
    var resolution = text("resolution");
    if (resolution == null || resolution.isEmpty()) {
      return DEFAULT_STEP;
    }
    try {
      var step = Duration.parse(resolution);
      if (step.compareTo(Duration.ofSeconds(1)) >= 0
          && step.equals(step.truncatedTo(ChronoUnit.MILLIS))) {
        return step;
      }
    } catch (DateTimeParseException e) {
      // falls through to the one message
    }
    throw new InvalidRequestException(
        "Expected an ISO-8601 duration of 1 second or more for 'filter.resolution', but got '%s'"
            .formatted(resolution));
  }
}
