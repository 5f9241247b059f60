package uz.yagona.portal.operations;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.filter.ProcessInstanceFilter;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.Variable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.portal.json.Json;

/** Process instances and incidents through the engine's API. */
@Component
class Instances {
  private static final int NOT_FOUND = 404;
  private static final int MOST = 200;

  private final CamundaClient client;

  Instances(CamundaClient client) {
    this.client = client;
  }

  /**
   * Newest first.
   *
   * @param requests only instances of these requests; {@code null} for all
   */
  SearchResponse<ProcessInstance> search(InstanceQuery query, @Nullable Collection<UUID> requests) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(filter -> narrow(filter, query, requests))
        .sort(sort -> sort.startDate().desc())
        .page(page -> page.from(query.from()).limit(InstanceQuery.PAGE_SIZE))
        .send()
        .join();
  }

  Optional<ProcessInstance> find(long key) {
    try {
      return Optional.of(client.newProcessInstanceGetRequest(key).send().join());
    } catch (ProblemException e) {
      if (e.code() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Variables of the instance itself, by name. */
  List<Variable> variables(long processInstanceKey) {
    return client
        .newVariableSearchRequest()
        .filter(filter -> filter.scopeKey(processInstanceKey))
        .sort(sort -> sort.name().asc())
        .page(page -> page.limit(MOST))
        .send()
        .join()
        .items();
  }

  /** Open incidents, newest first; of one instance or of all. */
  SearchResponse<Incident> incidents(@Nullable Long processInstanceKey) {
    return client
        .newIncidentSearchRequest()
        .filter(
            filter -> {
              filter.state(IncidentState.ACTIVE);
              if (processInstanceKey != null) {
                filter.processInstanceKey(processInstanceKey);
              }
            })
        .sort(sort -> sort.creationTime().desc())
        .page(page -> page.limit(MOST))
        .send()
        .join();
  }

  /**
   * Gives the failed job {@code retries} more tries, if there is one, and lets the instance go on.
   */
  void resolve(long incidentKey, int retries) {
    var jobKey = client.newIncidentGetRequest(incidentKey).send().join().getJobKey();
    if (jobKey != null && jobKey > 0) {
      client.newUpdateRetriesCommand(jobKey).retries(retries).send().join();
    }
    client.newResolveIncidentCommand(incidentKey).send().join();
  }

  void cancel(long processInstanceKey) {
    client.newCancelInstanceCommand(processInstanceKey).send().join();
  }

  private static void narrow(
      ProcessInstanceFilter filter, InstanceQuery query, @Nullable Collection<UUID> requests) {
    switch (query.state()) {
      case ACTIVE -> filter.state(ProcessInstanceState.ACTIVE);
      case INCIDENT -> filter.state(ProcessInstanceState.ACTIVE).hasIncident(true);
      case COMPLETED -> filter.state(ProcessInstanceState.COMPLETED);
      case TERMINATED -> filter.state(ProcessInstanceState.TERMINATED);
      case ALL -> {
        // every instance that is still kept
      }
    }
    if (requests != null) {
      var ids = requests.stream().map(id -> Json.write((Object) id.toString())).toList();
      filter.variables(
          List.of(variable -> variable.name("requestId").value(value -> value.in(ids))));
    } else if (!query.text().isEmpty()) {
      filter.processInstanceKey(Long.parseLong(query.text()));
    }
  }

  /** Whether the engine refused because of the state that it found. */
  static boolean isRefusal(ProblemException e) {
    return List.of(400, NOT_FOUND, 409).contains(e.code());
  }
}
