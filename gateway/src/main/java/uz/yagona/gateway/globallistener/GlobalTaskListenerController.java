package uz.yagona.gateway.globallistener;

import io.camunda.client.protocol.rest.CreateGlobalTaskListenerRequest;
import io.camunda.client.protocol.rest.GlobalTaskListenerEventTypeEnum;
import io.camunda.client.protocol.rest.UpdateGlobalTaskListenerRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.GlobalTaskListenerCommand.CreateGlobalTaskListener;
import uz.yagona.engine.api.GlobalTaskListenerCommand.DeleteGlobalTaskListener;
import uz.yagona.engine.api.GlobalTaskListenerCommand.GlobalTaskListener;
import uz.yagona.engine.api.GlobalTaskListenerCommand.UpdateGlobalTaskListener;
import uz.yagona.engine.query.GlobalTaskListenerTable;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.json.Answers;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Listeners that run for every user task, whatever its process says. */
@ChecksRights
@RestController("gatewayGlobalTaskListenerController")
@RequestMapping("/v2/global-task-listeners")
final class GlobalTaskListenerController {
  private static final Logger log = LoggerFactory.getLogger(GlobalTaskListenerController.class);
  private static final int RETRIES = 3;
  private static final int PRIORITY = 50;

  private final Commands commands;
  private final SearchCalls searches;

  GlobalTaskListenerController(Commands commands, SearchCalls searches) {
    this.commands = commands;
    this.searches = searches;
  }

  @PostMapping
  CompletableFuture<ResponseEntity<SearchCalls.Row>> create(
      @RequestBody CreateGlobalTaskListenerRequest body) {
    var listener =
        new GlobalTaskListener(
            Values.required("id", body.getId()),
            Values.required("type", body.getType()),
            orElse(body.getRetries(), RETRIES),
            Boolean.TRUE.equals(body.getAfterNonGlobal()),
            orElse(body.getPriority(), PRIORITY),
            events(body.getEventTypes()));
    tell("creation asked for", listener.id());
    return commands
        .submit(new CreateGlobalTaskListener(listener))
        .thenApply(done -> ResponseEntity.status(HttpStatus.CREATED).body(changed(listener.id())));
  }

  @PutMapping("/{id}")
  CompletableFuture<SearchCalls.Row> update(
      @PathVariable String id, @RequestBody UpdateGlobalTaskListenerRequest body) {
    var listener =
        new GlobalTaskListener(
            id,
            Values.required("type", body.getType()),
            orElse(body.getRetries(), RETRIES),
            Boolean.TRUE.equals(body.getAfterNonGlobal()),
            orElse(body.getPriority(), PRIORITY),
            events(body.getEventTypes()));
    tell("update asked for", id);
    return commands.submit(new UpdateGlobalTaskListener(listener)).thenApply(done -> changed(id));
  }

  @DeleteMapping("/{id}")
  CompletableFuture<ResponseEntity<Void>> delete(@PathVariable String id) {
    tell("deletion asked for", id);
    return Answers.noContent(commands.submit(new DeleteGlobalTaskListener(id)));
  }

  @GetMapping("/{id}")
  SearchCalls.Row get(@PathVariable String id) {
    return searches.get(GlobalTaskListenerTable.TABLE, id);
  }

  @PostMapping("/search")
  SearchAnswer search(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(GlobalTaskListenerTable.TABLE, body);
  }

  /** For who was allowed to change it. */
  private SearchCalls.Row changed(String id) {
    return searches.get(GlobalTaskListenerTable.TABLE, id, null);
  }

  /** The audit log of the API knows no listeners: the log of the server tells who changed them. */
  private static void tell(String what, String id) {
    log.info("Global task listener '{}': {} by '{}'", id, what, CurrentCaller.get().name());
  }

  private static int orElse(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }

  private static List<String> events(@Nullable List<GlobalTaskListenerEventTypeEnum> events) {
    return Values.list(events).stream()
        .map(GlobalTaskListenerEventTypeEnum::getValue)
        .distinct()
        .toList();
  }
}
