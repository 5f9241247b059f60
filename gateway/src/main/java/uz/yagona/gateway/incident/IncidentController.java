package uz.yagona.gateway.incident;

import io.camunda.client.protocol.rest.IncidentResolutionRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.ElementCommand.ResolveIncident;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.ElementInstanceTable;
import uz.yagona.engine.query.IncidentStatistics;
import uz.yagona.engine.query.IncidentTable;
import uz.yagona.engine.query.ProcessInstanceTable;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.json.Answers;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Finds and resolves incidents. */
@ChecksRights
@RestController("gatewayIncidentController")
@RequestMapping("/v2")
final class IncidentController {
  private final Commands commands;
  private final SearchCalls searches;

  IncidentController(Commands commands, SearchCalls searches) {
    this.commands = commands;
    this.searches = searches;
  }

  @PostMapping("/incidents/search")
  SearchAnswer search(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(IncidentTable.TABLE, body);
  }

  @GetMapping("/incidents/{incidentKey}")
  SearchCalls.Row get(@PathVariable long incidentKey) {
    return searches.get(IncidentTable.TABLE, incidentKey);
  }

  @PostMapping("/incidents/{incidentKey}/resolution")
  CompletableFuture<ResponseEntity<Void>> resolve(
      @PathVariable long incidentKey,
      @RequestBody(required = false) @Nullable IncidentResolutionRequest body) {
    return Answers.noContent(commands.submit(new ResolveIncident(incidentKey)));
  }

  @PostMapping("/process-instances/{processInstanceKey}/incidents/search")
  SearchAnswer ofProcessInstance(
      @PathVariable long processInstanceKey,
      @RequestBody(required = false) @Nullable SearchBody body) {
    searches.get(ProcessInstanceTable.TABLE, processInstanceKey);
    return searches.search(
        IncidentTable.TABLE, body, Condition.equalTo("processInstanceKey", processInstanceKey));
  }

  @PostMapping("/element-instances/{elementInstanceKey}/incidents/search")
  SearchAnswer ofElementInstance(
      @PathVariable long elementInstanceKey,
      @RequestBody(required = false) @Nullable SearchBody body) {
    searches.get(ElementInstanceTable.TABLE, elementInstanceKey);
    return searches.search(
        IncidentTable.TABLE, body, Condition.equalTo("elementInstanceKey", elementInstanceKey));
  }

  @PostMapping("/incidents/statistics/process-instances-by-error")
  SearchAnswer byError(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(IncidentStatistics.BY_ERROR, body);
  }

  @PostMapping("/incidents/statistics/process-instances-by-definition")
  SearchAnswer byDefinition(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(IncidentStatistics.BY_DEFINITION, body);
  }
}
