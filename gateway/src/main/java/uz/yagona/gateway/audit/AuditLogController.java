package uz.yagona.gateway.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.query.Comparison;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.Operator;
import uz.yagona.engine.query.UserTaskTable;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/**
 * Shows the audit log: by category to who may read that, and what belongs to a process also to who
 * may read its instances or tasks.
 */
@ChecksRights
@RestController("gatewayAuditLogController")
@RequestMapping("/v2")
final class AuditLogController {
  private final SearchCalls searches;

  AuditLogController(SearchCalls searches) {
    this.searches = searches;
  }

  @PostMapping("/audit-logs/search")
  SearchAnswer search(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(AuditLogTable.TABLE, body, visible());
  }

  @GetMapping("/audit-logs/{auditLogKey}")
  SearchCalls.Row get(@PathVariable long auditLogKey) {
    return searches.get(AuditLogTable.TABLE, auditLogKey, visible());
  }

  /** Who may see the task may see what was done with it. */
  @PostMapping("/user-tasks/{userTaskKey}/audit-logs/search")
  SearchAnswer ofUserTask(
      @PathVariable long userTaskKey, @RequestBody(required = false) @Nullable SearchBody body) {
    searches.get(UserTaskTable.TABLE, userTaskKey);
    return searches.search(
        AuditLogTable.TABLE, body, null, Condition.equalTo("userTaskKey", userTaskKey));
  }

  private static @Nullable List<List<Condition>> visible() {
    var rights = CurrentCaller.get().rights();
    var categories = rights.ids(ResourceType.AUDIT_LOG, PermissionType.READ);
    if (categories == null) {
      return null;
    }
    var alternatives = new ArrayList<List<Condition>>();
    if (!categories.isEmpty()) {
      alternatives.add(List.of(among("category", categories)));
    }
    addProcesses(
        alternatives,
        rights.ids(ResourceType.PROCESS_DEFINITION, PermissionType.READ_PROCESS_INSTANCE),
        Set.of("DEPLOYED_RESOURCES", "USER_TASKS"));
    addProcesses(
        alternatives,
        rights.ids(ResourceType.PROCESS_DEFINITION, PermissionType.READ_USER_TASK),
        Set.of("USER_TASKS"));
    return alternatives;
  }

  private static void addProcesses(
      List<List<Condition>> alternatives, @Nullable Set<String> processes, Set<String> categories) {
    if (processes == null) {
      var any = new Comparison(Operator.EXISTS, List.of(true));
      alternatives.add(
          List.of(among("category", categories), Condition.of("processDefinitionId", any)));
    } else if (!processes.isEmpty()) {
      alternatives.add(
          List.of(among("category", categories), among("processDefinitionId", processes)));
    }
  }

  private static Condition among(String field, Set<String> values) {
    return Condition.of(field, new Comparison(Operator.IN, List.copyOf(values)));
  }
}
