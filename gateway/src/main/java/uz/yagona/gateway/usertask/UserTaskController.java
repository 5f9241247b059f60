package uz.yagona.gateway.usertask;

import io.camunda.client.protocol.rest.FormResult;
import io.camunda.client.protocol.rest.UserTaskAssignmentRequest;
import io.camunda.client.protocol.rest.UserTaskCompletionRequest;
import io.camunda.client.protocol.rest.UserTaskUpdateRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.UserTaskCommand.UnassignUserTask;
import uz.yagona.engine.query.DefinitionFiles;
import uz.yagona.engine.query.UserTaskTable;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.json.Answers;
import uz.yagona.gateway.resource.Forms;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Task lists, and what people do with their tasks. */
@ChecksRights
@RestController("gatewayUserTaskController")
@RequestMapping("/v2/user-tasks")
final class UserTaskController {
  private final Commands commands;
  private final SearchCalls searches;
  private final UserTaskVariables variables;
  private final DefinitionFiles files;

  UserTaskController(
      Commands commands, SearchCalls searches, UserTaskVariables variables, DefinitionFiles files) {
    this.commands = commands;
    this.searches = searches;
    this.variables = variables;
    this.files = files;
  }

  @PostMapping("/search")
  SearchAnswer search(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(UserTaskTable.TABLE, body);
  }

  @GetMapping("/{userTaskKey}")
  SearchCalls.Row get(@PathVariable long userTaskKey) {
    return searches.get(UserTaskTable.TABLE, userTaskKey);
  }

  @GetMapping("/{userTaskKey}/form")
  ResponseEntity<FormResult> form(@PathVariable long userTaskKey) {
    var formKey = searches.get(UserTaskTable.TABLE, userTaskKey).optionalText("formKey");
    return Forms.answer(formKey == null ? Optional.empty() : files.form(Long.parseLong(formKey)));
  }

  @PostMapping("/{userTaskKey}/variables/search")
  SearchAnswer variables(
      @PathVariable long userTaskKey,
      @RequestParam(defaultValue = "true") boolean truncateValues,
      @RequestBody(required = false) @Nullable SearchBody body) {
    return variables.all(userTaskKey, truncateValues, body);
  }

  @PostMapping("/{userTaskKey}/effective-variables/search")
  SearchAnswer effectiveVariables(
      @PathVariable long userTaskKey,
      @RequestParam(defaultValue = "true") boolean truncateValues,
      @RequestBody(required = false) @Nullable SearchBody body) {
    return variables.effective(userTaskKey, truncateValues, body);
  }

  @PostMapping("/{userTaskKey}/assignment")
  CompletableFuture<ResponseEntity<Void>> assign(
      @PathVariable long userTaskKey, @RequestBody UserTaskAssignmentRequest body) {
    return Answers.noContent(commands.submit(UserTaskRequests.assignment(userTaskKey, body)));
  }

  @DeleteMapping("/{userTaskKey}/assignee")
  CompletableFuture<ResponseEntity<Void>> unassign(@PathVariable long userTaskKey) {
    return Answers.noContent(commands.submit(new UnassignUserTask(userTaskKey, null)));
  }

  @PatchMapping("/{userTaskKey}")
  CompletableFuture<ResponseEntity<Void>> update(
      @PathVariable long userTaskKey,
      @RequestBody(required = false) @Nullable UserTaskUpdateRequest body) {
    return Answers.noContent(commands.submit(UserTaskRequests.update(userTaskKey, body)));
  }

  @PostMapping("/{userTaskKey}/completion")
  CompletableFuture<ResponseEntity<Void>> complete(
      @PathVariable long userTaskKey,
      @RequestBody(required = false) @Nullable UserTaskCompletionRequest body) {
    return Answers.noContent(commands.submit(UserTaskRequests.completion(userTaskKey, body)));
  }
}
