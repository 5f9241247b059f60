package uz.yagona.gateway.elementinstance;

import io.camunda.client.protocol.rest.AdHocSubProcessActivateActivitiesInstruction;
import io.camunda.client.protocol.rest.SetVariableRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.ElementCommand.ActivateAdHocActivities;
import uz.yagona.engine.api.ElementCommand.SetVariables;
import uz.yagona.engine.api.JobCommand.AdHocActivation;
import uz.yagona.engine.query.ElementInstanceTable;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.json.Answers;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Finds element instances, sets their variables, and starts activities of ad-hoc sub-processes. */
@ChecksRights
@RestController("gatewayElementInstanceController")
@RequestMapping("/v2/element-instances")
final class ElementInstanceController {
  private final Commands commands;
  private final SearchCalls searches;

  ElementInstanceController(Commands commands, SearchCalls searches) {
    this.commands = commands;
    this.searches = searches;
  }

  @PostMapping("/search")
  SearchAnswer search(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(ElementInstanceTable.TABLE, body);
  }

  @GetMapping("/{elementInstanceKey}")
  SearchCalls.Row get(@PathVariable long elementInstanceKey) {
    return searches.get(ElementInstanceTable.TABLE, elementInstanceKey);
  }

  @PutMapping("/{elementInstanceKey}/variables")
  CompletableFuture<ResponseEntity<Void>> setVariables(
      @PathVariable long elementInstanceKey, @RequestBody SetVariableRequest body) {
    if (body.getVariables() == null) {
      throw new InvalidRequestException("Expected 'variables', but it is missing");
    }
    var command =
        new SetVariables(
            elementInstanceKey,
            Values.variables(body.getVariables()),
            Boolean.TRUE.equals(body.getLocal()));
    return Answers.noContent(commands.submit(command));
  }

  @PostMapping("/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation")
  CompletableFuture<ResponseEntity<Void>> activate(
      @PathVariable long adHocSubProcessInstanceKey,
      @RequestBody AdHocSubProcessActivateActivitiesInstruction body) {
    var activations =
        Values.list(body.getElements()).stream()
            .map(
                each ->
                    new AdHocActivation(
                        Values.required("elements.elementId", each.getElementId()),
                        Values.variables(each.getVariables())))
            .toList();
    if (activations.isEmpty()) {
      throw new InvalidRequestException("Expected 'elements' to activate, but there are none");
    }
    var command =
        new ActivateAdHocActivities(
            adHocSubProcessInstanceKey,
            activations,
            Boolean.TRUE.equals(body.getCancelRemainingInstances()));
    return Answers.noContent(commands.submit(command));
  }
}
