package uz.yagona.gateway.job;

import io.camunda.client.protocol.rest.GlobalJobStatisticsQueryResult;
import io.camunda.client.protocol.rest.JobTimeSeriesStatisticsItem;
import io.camunda.client.protocol.rest.JobTimeSeriesStatisticsQueryResult;
import io.camunda.client.protocol.rest.JobTypeStatisticsItem;
import io.camunda.client.protocol.rest.JobTypeStatisticsQueryResult;
import io.camunda.client.protocol.rest.JobWorkerStatisticsItem;
import io.camunda.client.protocol.rest.JobWorkerStatisticsQueryResult;
import io.camunda.client.protocol.rest.SearchQueryPageResponse;
import io.camunda.client.protocol.rest.StatusMetric;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.query.JobStatistics;
import uz.yagona.engine.query.JobStatistics.Metric;
import uz.yagona.engine.query.JobStatistics.Span;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.Requires;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;
import uz.yagona.gateway.search.SearchAnswer;

/** Counts jobs in a span of time. Answers hold up to 1,000 items and no further pages. */
@Requires(resource = ResourceType.SYSTEM, permission = PermissionType.READ_JOB_METRIC)
@RestController("gatewayJobStatisticsController")
@RequestMapping("/v2/jobs/statistics")
final class JobStatisticsController {
  private static final Duration DEFAULT_STEP = Duration.ofHours(1);

  private final JobStatistics statistics;

  JobStatisticsController(JobStatistics statistics) {
    this.statistics = statistics;
  }

  @GetMapping("/global")
  GlobalJobStatisticsQueryResult all(@RequestParam String from, @RequestParam String to) {
    var counts = statistics.all(new Span(Values.time("from", from), Values.time("to", to)));
    return new GlobalJobStatisticsQueryResult()
        .created(metric(counts.created()))
        .completed(metric(counts.completed()))
        .failed(metric(counts.failed()))
        .isIncomplete(false);
  }

  @PostMapping("/by-types")
  JobTypeStatisticsQueryResult byTypes(@RequestBody StatisticsBody body) {
    var items =
        statistics.byType(body.span(), body.optionalJobType(), body.limit()).stream()
            .map(
                counts ->
                    new JobTypeStatisticsItem()
                        .jobType(counts.name())
                        .workers(counts.workers())
                        .created(metric(counts.created()))
                        .completed(metric(counts.completed()))
                        .failed(metric(counts.failed())))
            .toList();
    return new JobTypeStatisticsQueryResult().items(items).page(page(items.size()));
  }

  @PostMapping("/by-workers")
  JobWorkerStatisticsQueryResult byWorkers(@RequestBody StatisticsBody body) {
    var items =
        statistics.byWorker(body.span(), body.jobType(), body.limit()).stream()
            .map(
                counts ->
                    new JobWorkerStatisticsItem()
                        .worker(counts.name())
                        .created(metric(counts.created()))
                        .completed(metric(counts.completed()))
                        .failed(metric(counts.failed())))
            .toList();
    return new JobWorkerStatisticsQueryResult().items(items).page(page(items.size()));
  }

  @PostMapping("/time-series")
  JobTimeSeriesStatisticsQueryResult series(@RequestBody StatisticsBody body) {
    var step = step(body.text("resolution"));
    var items =
        statistics.series(body.span(), body.jobType(), step, body.limit()).stream()
            .map(
                each ->
                    new JobTimeSeriesStatisticsItem()
                        .time(Values.text(each.time()))
                        .created(new StatusMetric().count(each.created()))
                        .completed(new StatusMetric().count(each.completed()))
                        .failed(new StatusMetric().count(each.failed())))
            .toList();
    return new JobTimeSeriesStatisticsQueryResult().items(items).page(page(items.size()));
  }

  @PostMapping("/errors")
  SearchAnswer errors(@RequestBody StatisticsBody body) {
    return SearchAnswer.complete(statistics.errors(body.span(), body.jobType(), body.limit()));
  }

  private static Duration step(String resolution) {
    if (resolution.isEmpty()) {
      return DEFAULT_STEP;
    }
    try {
      var step = Duration.parse(resolution);
      if (step.compareTo(Duration.ofSeconds(1)) >= 0) {
        return step;
      }
    } catch (DateTimeParseException e) {
      // falls through to the one message
    }
    throw new InvalidRequestException(
        "Expected an ISO-8601 duration of 1 second or more for 'filter.resolution', but got '%s'"
            .formatted(resolution));
  }

  private static StatusMetric metric(Metric metric) {
    return new StatusMetric()
        .count(metric.count())
        .lastUpdatedAt(Values.text(metric.lastUpdatedAt()));
  }

  private static SearchQueryPageResponse page(long size) {
    return new SearchQueryPageResponse().totalItems(size).hasMoreTotalItems(false);
  }
}
