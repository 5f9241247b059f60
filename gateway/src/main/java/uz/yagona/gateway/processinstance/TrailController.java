package uz.yagona.gateway.processinstance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.query.InstanceTrails;
import uz.yagona.engine.query.ProcessInstanceTable;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.search.ItemsAnswer;
import uz.yagona.gateway.search.SearchCalls;

/** Shows which way a process instance took. */
@ChecksRights
@RestController("gatewayTrailController")
@RequestMapping("/v2/process-instances/{processInstanceKey}")
final class TrailController {
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
    return trails.callHierarchy(processInstanceKey);
  }

  @GetMapping("/statistics/element-instances")
  ItemsAnswer elementStatistics(@PathVariable long processInstanceKey) {
    searches.get(ProcessInstanceTable.TABLE, processInstanceKey);
    return new ItemsAnswer(trails.elementStatistics(processInstanceKey));
  }
}
