package uz.yagona.gateway.job;

import io.camunda.client.protocol.rest.JobActivationRequest;
import io.camunda.client.protocol.rest.JobCompletionRequest;
import io.camunda.client.protocol.rest.JobErrorRequest;
import io.camunda.client.protocol.rest.JobFailRequest;
import io.camunda.client.protocol.rest.JobUpdateRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.query.JobTable;
import uz.yagona.gateway.GatewayProperties;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.json.Answers;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Hands out jobs and takes their answers. */
@ChecksRights
@RestController("gatewayJobController")
@RequestMapping("/v2/jobs")
final class JobController {
  private final Commands commands;
  private final SearchCalls searches;
  private final JobPolls polls;
  private final GatewayProperties properties;

  JobController(
      Commands commands, SearchCalls searches, JobPolls polls, GatewayProperties properties) {
    this.commands = commands;
    this.searches = searches;
    this.polls = polls;
    this.properties = properties;
  }

  @PostMapping("/activation")
  void activate(
      @RequestBody JobActivationRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    var asked = body.getRequestTimeout();
    var wait = properties.pollFor(asked == null ? 0 : asked);
    polls.open(JobRequests.activation(body), wait, request, response);
  }

  @PostMapping("/{jobKey}/completion")
  CompletableFuture<ResponseEntity<Void>> complete(
      @PathVariable long jobKey,
      @RequestBody(required = false) @Nullable JobCompletionRequest body) {
    return Answers.noContent(commands.submit(JobRequests.completion(jobKey, body)));
  }

  @PostMapping("/{jobKey}/failure")
  CompletableFuture<ResponseEntity<Void>> fail(
      @PathVariable long jobKey, @RequestBody(required = false) @Nullable JobFailRequest body) {
    return Answers.noContent(commands.submit(JobRequests.failure(jobKey, body)));
  }

  @PostMapping("/{jobKey}/error")
  CompletableFuture<ResponseEntity<Void>> throwError(
      @PathVariable long jobKey, @RequestBody JobErrorRequest body) {
    return Answers.noContent(commands.submit(JobRequests.error(jobKey, body)));
  }

  @PatchMapping("/{jobKey}")
  CompletableFuture<ResponseEntity<Void>> update(
      @PathVariable long jobKey, @RequestBody JobUpdateRequest body) {
    return Answers.noContent(commands.submit(JobRequests.update(jobKey, body)));
  }

  @PostMapping("/search")
  SearchAnswer search(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(JobTable.TABLE, body);
  }
}
