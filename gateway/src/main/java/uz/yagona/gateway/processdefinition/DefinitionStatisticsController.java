package uz.yagona.gateway.processdefinition;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.query.DefinitionStatistics;
import uz.yagona.engine.query.ElementStatistics;
import uz.yagona.engine.query.MessageSubscriptionTable;
import uz.yagona.engine.query.ProcessInstanceTable;
import uz.yagona.engine.query.SubscriptionStatistics;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.search.ItemsAnswer;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Counts what goes on in each deployed process. */
@ChecksRights
@RestController("gatewayDefinitionStatisticsController")
@RequestMapping("/v2/process-definitions")
final class DefinitionStatisticsController {
  private final SearchCalls searches;
  private final ElementStatistics elements;
  private final SubscriptionStatistics subscriptions;

  DefinitionStatisticsController(
      SearchCalls searches, ElementStatistics elements, SubscriptionStatistics subscriptions) {
    this.searches = searches;
    this.elements = elements;
    this.subscriptions = subscriptions;
  }

  @PostMapping("/{processDefinitionKey}/statistics/element-instances")
  ItemsAnswer elements(
      @PathVariable long processDefinitionKey,
      @RequestBody(required = false) @Nullable SearchBody body) {
    var filter = searches.filter(ProcessInstanceTable.TABLE, body);
    return new ItemsAnswer(elements.ofDefinition(processDefinitionKey, filter));
  }

  @PostMapping("/statistics/process-instances")
  SearchAnswer instances(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(DefinitionStatistics.BY_PROCESS, body);
  }

  @PostMapping("/statistics/process-instances-by-version")
  SearchAnswer versions(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(DefinitionStatistics.BY_VERSION, body);
  }

  @PostMapping("/statistics/message-subscriptions")
  SearchAnswer subscriptions(@RequestBody(required = false) @Nullable SearchBody body) {
    var filter = searches.filter(MessageSubscriptionTable.TABLE, body);
    return SearchAnswer.of(subscriptions.search(filter, SearchBody.orEmpty(body).pages()));
  }
}
