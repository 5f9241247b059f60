package uz.yagona.gateway.processinstance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.query.Comparison;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.InstanceTrails;
import uz.yagona.engine.query.Operator;
import uz.yagona.engine.query.Page;
import uz.yagona.engine.query.ProcessInstanceTable;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.search.ItemsAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchBody.PageBody;
import uz.yagona.gateway.search.SearchCalls;

/** Shows which way a process instance took. */
@ChecksRights
@RestController("gatewayTrailController")
@RequestMapping("/v2/process-instances/{processInstanceKey}")
final class TrailController {
  private static final String KEY = "processInstanceKey";

  private final SearchCalls searches;
  private final InstanceTrails trails;

  TrailController(SearchCalls searches, InstanceTrails trails) {
    this.searches = searches;
    this.trails = trails;
  }

  @GetMapping("/sequence-flows")
  ItemsAnswer sequenceFlows(@PathVariable long processInstanceKey) {
    searches.get(ProcessInstanceTable.TABLE, processInstanceKey);
    return new ItemsAnswer(trails.sequenceFlows(processInstanceKey));
  }

  @GetMapping("/call-hierarchy")
  List<Map<String, @Nullable Object>> callHierarchy(@PathVariable long processInstanceKey) {
    searches.get(ProcessInstanceTable.TABLE, processInstanceKey);
    return visible(trails.callHierarchy(processInstanceKey));
  }

  /** Without the calling instances that the caller may not see. */
  private List<Map<String, @Nullable Object>> visible(List<Map<String, @Nullable Object>> rows) {
    if (CurrentCaller.get().rights().isUnlimited()) {
      return rows;
    }
    List<Object> keys = rows.stream().<Object>map(row -> String.valueOf(row.get(KEY))).toList();
    var seen =
        searches
            .search(
                ProcessInstanceTable.TABLE,
                new SearchBody(null, null, new PageBody(Page.MAX_LIMIT, null, null, null)),
                Condition.of(KEY, new Comparison(Operator.IN, keys)))
            .items()
            .stream()
            .map(row -> String.valueOf(row.get(KEY)))
            .collect(Collectors.toSet());
    return rows.stream().filter(row -> seen.contains(String.valueOf(row.get(KEY)))).toList();
  }

  @GetMapping("/statistics/element-instances")
  ItemsAnswer elementStatistics(@PathVariable long processInstanceKey) {
    searches.get(ProcessInstanceTable.TABLE, processInstanceKey);
    return new ItemsAnswer(trails.elementStatistics(processInstanceKey));
  }
}
