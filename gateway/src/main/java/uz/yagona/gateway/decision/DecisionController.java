package uz.yagona.gateway.decision;

import io.camunda.client.protocol.rest.DecisionEvaluationInstruction;
import io.camunda.client.protocol.rest.DeleteDecisionInstanceRequest;
import io.camunda.client.protocol.rest.EvaluateDecisionResult;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.DecisionCommand.DeleteDecisionInstance;
import uz.yagona.engine.api.DecisionCommand.EvaluateDecision;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.query.DecisionDefinitionTable;
import uz.yagona.engine.query.DecisionInstanceTable;
import uz.yagona.engine.query.DecisionRequirementsTable;
import uz.yagona.engine.query.DefinitionFiles;
import uz.yagona.engine.query.OwningDefinitions;
import uz.yagona.engine.query.OwningDefinitions.Kind;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.json.Answers;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Evaluates decisions; shows their definitions and what was evaluated. */
@ChecksRights
@RestController("gatewayDecisionController")
@RequestMapping("/v2")
final class DecisionController {
  private final Commands commands;
  private final SearchCalls searches;
  private final DefinitionFiles files;
  private final OwningDefinitions owners;

  DecisionController(
      Commands commands, SearchCalls searches, DefinitionFiles files, OwningDefinitions owners) {
    this.commands = commands;
    this.searches = searches;
    this.files = files;
    this.owners = owners;
  }

  @PostMapping("/decision-definitions/evaluation")
  CompletableFuture<EvaluateDecisionResult> evaluate(
      @RequestBody DecisionEvaluationInstruction body) {
    Values.onlyDefaultTenant(body.getTenantId());
    var key = Values.optionalKey("decisionDefinitionKey", body.getDecisionDefinitionKey());
    var id = body.getDecisionDefinitionId();
    if ((key == null) == (id == null)) {
      throw new InvalidRequestException(
          "Expected one of decisionDefinitionKey and decisionDefinitionId, but got %s"
              .formatted(key == null ? "neither" : "both"));
    }
    return commands
        .submit(new EvaluateDecision(id, key, Values.variables(body.getVariables())))
        .thenApply(DecisionAnswers::answer);
  }

  @PostMapping("/decision-definitions/search")
  SearchAnswer definitions(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(DecisionDefinitionTable.TABLE, body);
  }

  @GetMapping("/decision-definitions/{decisionDefinitionKey}")
  SearchCalls.Row definition(@PathVariable long decisionDefinitionKey) {
    return searches.get(DecisionDefinitionTable.TABLE, decisionDefinitionKey);
  }

  @GetMapping("/decision-definitions/{decisionDefinitionKey}/xml")
  ResponseEntity<String> definitionXml(@PathVariable long decisionDefinitionKey) {
    owners
        .of(Kind.DECISION_DEFINITION, decisionDefinitionKey)
        .ifPresent(
            owner ->
                CurrentCaller.get()
                    .require(
                        ResourceType.DECISION_DEFINITION,
                        PermissionType.READ_DECISION_DEFINITION,
                        owner.definitionId()));
    return Answers.xml(
        files
            .decisionXml(decisionDefinitionKey)
            .orElseThrow(() -> missing("decision definition", decisionDefinitionKey)));
  }

  @PostMapping("/decision-requirements/search")
  SearchAnswer requirements(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(DecisionRequirementsTable.TABLE, body);
  }

  @GetMapping("/decision-requirements/{decisionRequirementsKey}")
  SearchCalls.Row oneRequirements(@PathVariable long decisionRequirementsKey) {
    return searches.get(DecisionRequirementsTable.TABLE, decisionRequirementsKey);
  }

  @GetMapping("/decision-requirements/{decisionRequirementsKey}/xml")
  ResponseEntity<String> requirementsXml(@PathVariable long decisionRequirementsKey) {
    owners
        .of(Kind.DECISION_REQUIREMENTS, decisionRequirementsKey)
        .ifPresent(
            owner ->
                CurrentCaller.get()
                    .require(
                        ResourceType.DECISION_REQUIREMENTS_DEFINITION,
                        PermissionType.READ,
                        owner.definitionId()));
    return Answers.xml(
        files
            .requirementsXml(decisionRequirementsKey)
            .orElseThrow(() -> missing("decision requirements", decisionRequirementsKey)));
  }

  @PostMapping("/decision-instances/search")
  SearchAnswer instances(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches
        .search(DecisionInstanceTable.TABLE, body)
        .map(DecisionAnswers::withKeysOfInstance);
  }

  @GetMapping("/decision-instances/{decisionEvaluationInstanceKey}")
  SearchCalls.Row instance(@PathVariable String decisionEvaluationInstanceKey) {
    return searches
        .get(DecisionInstanceTable.DETAILS, decisionEvaluationInstanceKey)
        .map(DecisionAnswers::withKeysOfInstance);
  }

  @PostMapping("/decision-instances/{decisionEvaluationKey}/deletion")
  CompletableFuture<ResponseEntity<Void>> deleteInstance(
      @PathVariable long decisionEvaluationKey,
      @RequestBody(required = false) @Nullable DeleteDecisionInstanceRequest body) {
    return Answers.noContent(commands.submit(new DeleteDecisionInstance(decisionEvaluationKey)));
  }

  private static RejectedException missing(String noun, long key) {
    return RejectedException.notFound(
        "Expected to find a %s with key '%d', but there is none", noun, key);
  }
}
