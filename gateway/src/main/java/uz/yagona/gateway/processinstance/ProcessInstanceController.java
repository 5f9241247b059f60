package uz.yagona.gateway.processinstance;

import io.camunda.client.protocol.rest.CancelProcessInstanceRequest;
import io.camunda.client.protocol.rest.CreateProcessInstanceResult;
import io.camunda.client.protocol.rest.DeleteProcessInstanceRequest;
import io.camunda.client.protocol.rest.ProcessInstanceCreationInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceMigrationInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceModificationInstruction;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstanceWithResult;
import uz.yagona.engine.api.ProcessInstanceCommand.CreatedProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.DeleteProcessInstance;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.query.ProcessInstanceTable;
import uz.yagona.gateway.GatewayProperties;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.json.Answers;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Starts, ends and changes process instances. */
@ChecksRights
@RestController("gatewayProcessInstanceController")
@RequestMapping("/v2/process-instances")
final class ProcessInstanceController {
  private final Commands commands;
  private final SearchCalls searches;
  private final GatewayProperties properties;

  ProcessInstanceController(Commands commands, SearchCalls searches, GatewayProperties properties) {
    this.commands = commands;
    this.searches = searches;
    this.properties = properties;
  }

  @PostMapping
  DeferredResult<CreateProcessInstanceResult> create(
      @RequestBody ProcessInstanceCreationInstruction body) {
    var creation = ProcessInstanceRequests.creation(body);
    if (Boolean.TRUE.equals(body.getAwaitCompletion())) {
      return createWithResult(creation, body);
    }
    var answer = new DeferredResult<CreateProcessInstanceResult>();
    var unused =
        commands
            .submit(creation)
            .whenComplete((created, failure) -> settle(answer, created, Variables.NONE, failure));
    return answer;
  }

  private DeferredResult<CreateProcessInstanceResult> createWithResult(
      CreateProcessInstance creation, ProcessInstanceCreationInstruction body) {
    var asked = body.getRequestTimeout();
    var wait = properties.resultWaitFor(asked == null ? 0 : asked);
    var command =
        new CreateProcessInstanceWithResult(creation, Values.list(body.getFetchVariables()));
    var answer = new DeferredResult<CreateProcessInstanceResult>(wait.toMillis());
    var result = commands.submit(command);
    answer.onTimeout(() -> result.cancel(false));
    answer.onError(failure -> result.cancel(false));
    var unused =
        result.whenComplete(
            (completed, failure) -> {
              if (completed == null) {
                settle(answer, null, Variables.NONE, failure);
              } else {
                settle(answer, completed.instance(), completed.variables(), failure);
              }
            });
    return answer;
  }

  private static void settle(
      DeferredResult<CreateProcessInstanceResult> answer,
      @Nullable CreatedProcessInstance created,
      Variables variables,
      @Nullable Throwable failure) {
    if (created != null) {
      answer.setResult(result(created, variables.toMap()));
    } else if (failure != null) {
      answer.setErrorResult(failure);
    }
  }

  private static CreateProcessInstanceResult result(
      CreatedProcessInstance created, Map<String, Object> variables) {
    return new CreateProcessInstanceResult()
        .processInstanceKey(Values.text(created.processInstanceKey()))
        .processDefinitionKey(Values.text(created.processDefinitionKey()))
        .processDefinitionId(created.processDefinitionId())
        .processDefinitionVersion(created.processDefinitionVersion())
        .tenantId(Values.TENANT)
        .tags(created.tags())
        .businessId(created.businessId())
        .variables(variables);
  }

  @PostMapping("/{processInstanceKey}/cancellation")
  CompletableFuture<ResponseEntity<Void>> cancel(
      @PathVariable long processInstanceKey,
      @RequestBody(required = false) @Nullable CancelProcessInstanceRequest body) {
    return Answers.noContent(commands.submit(new CancelProcessInstance(processInstanceKey)));
  }

  @PostMapping("/{processInstanceKey}/deletion")
  CompletableFuture<ResponseEntity<Void>> delete(
      @PathVariable long processInstanceKey,
      @RequestBody(required = false) @Nullable DeleteProcessInstanceRequest body) {
    return Answers.noContent(commands.submit(new DeleteProcessInstance(processInstanceKey)));
  }

  @PostMapping("/{processInstanceKey}/modification")
  CompletableFuture<ResponseEntity<Void>> modify(
      @PathVariable long processInstanceKey,
      @RequestBody ProcessInstanceModificationInstruction body) {
    return Answers.noContent(
        commands.submit(ProcessInstanceRequests.modification(processInstanceKey, body)));
  }

  @PostMapping("/{processInstanceKey}/migration")
  CompletableFuture<ResponseEntity<Void>> migrate(
      @PathVariable long processInstanceKey,
      @RequestBody ProcessInstanceMigrationInstruction body) {
    return Answers.noContent(
        commands.submit(ProcessInstanceRequests.migration(processInstanceKey, body)));
  }

  @PostMapping("/search")
  SearchAnswer search(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(ProcessInstanceTable.TABLE, body);
  }

  @GetMapping("/{processInstanceKey}")
  SearchCalls.Row get(@PathVariable long processInstanceKey) {
    return searches.get(ProcessInstanceTable.TABLE, processInstanceKey);
  }
}
