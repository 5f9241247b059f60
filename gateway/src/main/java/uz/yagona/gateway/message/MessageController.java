package uz.yagona.gateway.message;

import io.camunda.client.protocol.rest.MessageCorrelationRequest;
import io.camunda.client.protocol.rest.MessageCorrelationResult;
import io.camunda.client.protocol.rest.MessagePublicationRequest;
import io.camunda.client.protocol.rest.MessagePublicationResult;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.EventCommand.CorrelateMessage;
import uz.yagona.engine.api.EventCommand.PublishMessage;
import uz.yagona.engine.query.CorrelatedMessageTable;
import uz.yagona.engine.query.MessageSubscriptionTable;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Publishes and correlates messages, and shows who waits for which. */
@ChecksRights
@RestController("gatewayMessageController")
@RequestMapping("/v2")
final class MessageController {
  private final Commands commands;
  private final SearchCalls searches;

  MessageController(Commands commands, SearchCalls searches) {
    this.commands = commands;
    this.searches = searches;
  }

  @PostMapping("/messages/publication")
  CompletableFuture<MessagePublicationResult> publish(@RequestBody MessagePublicationRequest body) {
    Values.onlyDefaultTenant(body.getTenantId());
    var id = body.getMessageId();
    var command =
        new PublishMessage(
            Values.required("name", body.getName()),
            orEmpty(body.getCorrelationKey()),
            id == null || id.isEmpty() ? null : id,
            Values.duration("timeToLive", body.getTimeToLive()),
            Values.variables(body.getVariables()));
    return commands
        .submit(command)
        .thenApply(
            message ->
                new MessagePublicationResult()
                    .messageKey(Values.text(message.messageKey()))
                    .tenantId(Values.TENANT));
  }

  @PostMapping("/messages/correlation")
  CompletableFuture<MessageCorrelationResult> correlate(
      @RequestBody MessageCorrelationRequest body) {
    Values.onlyDefaultTenant(body.getTenantId());
    var command =
        new CorrelateMessage(
            Values.required("name", body.getName()),
            orEmpty(body.getCorrelationKey()),
            Values.variables(body.getVariables()));
    return commands
        .submit(command)
        .thenApply(
            message ->
                new MessageCorrelationResult()
                    .messageKey(Values.text(message.messageKey()))
                    .processInstanceKey(Values.text(message.processInstanceKey()))
                    .tenantId(Values.TENANT));
  }

  @PostMapping("/message-subscriptions/search")
  SearchAnswer subscriptions(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(MessageSubscriptionTable.TABLE, body);
  }

  @PostMapping("/correlated-message-subscriptions/search")
  SearchAnswer correlated(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(CorrelatedMessageTable.TABLE, body);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
