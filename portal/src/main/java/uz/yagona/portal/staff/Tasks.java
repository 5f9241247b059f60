package uz.yagona.portal.staff;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.filter.UserTaskFilter;
import io.camunda.client.api.search.filter.VariableValueFilter;
import io.camunda.client.api.search.response.Variable;
import io.camunda.client.api.search.sort.UserTaskSort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.portal.json.Json;
import uz.yagona.portal.user.PortalUser;

/** User tasks through the engine's API. */
@Component
class Tasks {
  private static final String REQUEST_ID = "requestId";
  private static final int MOST_OF_REQUEST = 100;
  private static final int NOT_FOUND = 404;

  private final CamundaClient client;

  Tasks(CamundaClient client) {
    this.client = client;
  }

  /**
   * Open tasks of a tab.
   *
   * @param requests only tasks of these requests; {@code null} for all
   */
  TaskPage search(TaskQuery query, PortalUser user, @Nullable Collection<UUID> requests) {
    if (requests != null && requests.isEmpty()) {
      return TaskPage.EMPTY;
    }
    var found =
        client
            .newUserTaskSearchRequest()
            .filter(filter -> narrow(filter, query, user, requests))
            .sort(sort -> order(sort, query.sort()))
            .page(page -> page.from(query.from()).limit(TaskQuery.PAGE_SIZE))
            .send()
            .join();
    return new TaskPage(
        found.items().stream().map(StaffTask::of).toList(), found.page().totalItems());
  }

  /** How many open tasks a tab has. */
  long count(TaskQuery.Tab tab, PortalUser user) {
    var query = new TaskQuery(tab, TaskQuery.Sort.DUE, "", "", 1);
    return client
        .newUserTaskSearchRequest()
        .filter(filter -> narrow(filter, query, user, null))
        .page(page -> page.limit(1))
        .send()
        .join()
        .page()
        .totalItems();
  }

  Optional<StaffTask> find(long key) {
    try {
      return Optional.of(StaffTask.of(client.newUserTaskGetRequest(key).send().join()));
    } catch (ProblemException e) {
      if (e.code() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Open and ended tasks of a request, oldest first. */
  List<StaffTask> ofRequest(UUID requestId) {
    return client
        .newUserTaskSearchRequest()
        .filter(
            filter ->
                filter.processInstanceVariables(Map.of(REQUEST_ID, json(requestId.toString()))))
        .sort(sort -> sort.creationDate().asc())
        .page(page -> page.limit(MOST_OF_REQUEST))
        .send()
        .join()
        .items()
        .stream()
        .map(StaffTask::of)
        .toList();
  }

  /** The request of each process instance that has one. */
  Map<Long, UUID> requests(Collection<Long> processInstanceKeys) {
    var requests = new HashMap<Long, UUID>();
    if (!processInstanceKeys.isEmpty()) {
      client
          .newVariableSearchRequest()
          .filter(
              filter ->
                  filter
                      .name(REQUEST_ID)
                      .scopeKey(scope -> scope.in(List.copyOf(processInstanceKeys))))
          .page(page -> page.limit(processInstanceKeys.size()))
          .send()
          .join()
          .items()
          .forEach(
              variable ->
                  requestId(variable.getValue())
                      .ifPresent(id -> requests.put(variable.getProcessInstanceKey(), id)));
    }
    return requests;
  }

  Optional<UUID> request(StaffTask task) {
    return Optional.ofNullable(
        requests(List.of(task.processInstanceKey())).get(task.processInstanceKey()));
  }

  /** Variables of the process instance that the task may see. */
  Map<String, @Nullable Object> variables(StaffTask task) {
    var values = new HashMap<String, @Nullable Object>();
    client
        .newVariableSearchRequest()
        .filter(filter -> filter.scopeKey(task.processInstanceKey()))
        .page(page -> page.limit(MOST_OF_REQUEST))
        .withFullValues()
        .send()
        .join()
        .items()
        .forEach(variable -> values.put(variable.getName(), value(variable)));
    return values;
  }

  void assign(long key, String userName) {
    client
        .newAssignUserTaskCommand(key)
        .assignee(userName)
        .allowOverride(false)
        .action("claim")
        .send()
        .join();
  }

  void unassign(long key) {
    client.newUnassignUserTaskCommand(key).send().join();
  }

  void complete(long key, Map<String, Object> variables) {
    client.newCompleteUserTaskCommand(key).variables(variables).send().join();
  }

  private static void narrow(
      UserTaskFilter filter,
      TaskQuery query,
      PortalUser user,
      @Nullable Collection<UUID> requests) {
    filter.state(UserTaskState.CREATED);
    switch (query.tab()) {
      case OWN -> filter.assignee(user.userName());
      case GROUP -> filter.candidateGroup(group -> group.in(List.copyOf(user.groups())));
      case ALL -> {
        // every open task
      }
    }
    var variables = new ArrayList<Consumer<VariableValueFilter>>();
    if (!query.service().isEmpty()) {
      variables.add(variable -> variable.name("serviceCode").value(json(query.service())));
    }
    if (requests != null) {
      var ids = requests.stream().map(id -> json(id.toString())).toList();
      variables.add(variable -> variable.name(REQUEST_ID).value(value -> value.in(ids)));
    }
    if (!variables.isEmpty()) {
      filter.processInstanceVariables(variables);
    }
  }

  private static void order(UserTaskSort sort, TaskQuery.Sort by) {
    switch (by) {
      case DUE -> sort.dueDate().asc().creationDate().asc();
      case CREATED -> sort.creationDate().desc();
      case PRIORITY -> sort.priority().desc().dueDate().asc();
    }
  }

  private static Optional<UUID> requestId(String json) {
    try {
      return Json.read(json) instanceof String text
          ? Optional.of(UUID.fromString(text))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Object value(Variable variable) {
    return Json.read(variable.getValue());
  }

  private static String json(String text) {
    return Json.write((Object) text);
  }
}
