package uz.yagona.gateway.job;

import java.util.LinkedHashMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.query.JobStatistics;
import uz.yagona.engine.query.JobStatistics.Span;
import uz.yagona.engine.query.JobTimeSeries;
import uz.yagona.engine.query.Searches;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.Requires;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchCalls;

/** Counts jobs in a span of time, page by page. */
@Requires(resource = ResourceType.SYSTEM, permission = PermissionType.READ_JOB_METRIC)
@RestController("gatewayJobStatisticsController")
@RequestMapping("/v2/jobs/statistics")
final class JobStatisticsController {
  private final Searches searches;
  private final SearchCalls calls;
  private final JobTimeSeries series;

  JobStatisticsController(Searches searches, SearchCalls calls, JobTimeSeries series) {
    this.searches = searches;
    this.calls = calls;
    this.series = series;
  }

  @GetMapping("/global")
  SearchCalls.Row all(@RequestParam String from, @RequestParam String to) {
    var span = new Span(Values.time("from", from), Values.time("to", to));
    return calls
        .get(JobStatistics.all(span), 1, null)
        .map(
            item -> {
              var answer = new LinkedHashMap<>(item);
              answer.put("isIncomplete", false);
              return answer;
            });
  }

  @PostMapping("/by-types")
  SearchAnswer byTypes(@RequestBody StatisticsBody body) {
    var table = JobStatistics.byType(body.span());
    return SearchAnswer.of(searches.search(table, body.in(table)));
  }

  @PostMapping("/by-workers")
  SearchAnswer byWorkers(@RequestBody StatisticsBody body) {
    var table = JobStatistics.byWorker(body.span());
    return SearchAnswer.of(searches.search(table, body.ofJobType(table)));
  }

  @PostMapping("/time-series")
  SearchAnswer series(@RequestBody StatisticsBody body) {
    return SearchAnswer.of(
        series.search(body.span(), body.jobType(), body.step(), body.pageOfSteps()));
  }

  @PostMapping("/errors")
  SearchAnswer errors(@RequestBody StatisticsBody body) {
    var table = JobStatistics.errors(body.span());
    return SearchAnswer.of(searches.search(table, body.ofJobType(table)));
  }
}
