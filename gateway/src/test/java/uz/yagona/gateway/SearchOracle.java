package uz.yagona.gateway;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessDefinition;
import io.camunda.client.api.search.response.ProcessInstance;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Knows which values a row has in a field, also for fields that the row itself does not show. */
final class SearchOracle {
  /** Getters whose names differ from those of the fields. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("BatchOperation.state", "status"),
          Map.entry("BatchOperation.operationType", "type"),
          Map.entry("BatchOperationItem.state", "status"),
          Map.entry("ElementInstance.hasIncident", "incident"),
          Map.entry("DecisionDefinition.decisionDefinitionKey", "decisionKey"),
          Map.entry("DecisionDefinition.decisionDefinitionId", "dmnDecisionId"),
          Map.entry("DecisionDefinition.name", "dmnDecisionName"),
          Map.entry("DecisionDefinition.decisionRequirementsId", "dmnDecisionRequirementsId"),
          Map.entry("DecisionRequirements.decisionRequirementsId", "dmnDecisionRequirementsId"),
          Map.entry(
              "DecisionRequirements.decisionRequirementsName", "dmnDecisionRequirementsName"));

  private final Map<String, Function<Object, Collection<?>>> derived = new HashMap<>();

  SearchOracle(CamundaClient client) {
    ofProcessInstances(client);
    var processes = client.newProcessDefinitionSearchRequest().send().join().items();
    derived.put(
        "ProcessDefinition.isLatestVersion",
        row -> List.of(isLatest((ProcessDefinition) row, processes)));
    derived.put(
        "DecisionDefinition.isLatestVersion",
        row -> {
          var id = SearchProbe.values(row, "dmnDecisionId").orElseThrow();
          var version = SearchProbe.values(row, "version").orElseThrow();
          return List.of(!id.toString().startsWith("[first") || version.toString().equals("[2]"));
        });
    var elements = client.newElementInstanceSearchRequest().page(p -> p.limit(1_000)).send().join();
    derived.put(
        "ElementInstance.elementInstanceScopeKey",
        row -> List.of(scope((ElementInstance) row, elements.items())));
  }

  /** The values that the row has in the field of the filter or sort of that type. */
  Collection<?> values(Class<?> type, String field, Object row) {
    var kind = type.getSimpleName().replaceAll("(Filter|Sort)$", "");
    var derivation = derived.get(kind + "." + field);
    if (derivation != null) {
      return derivation.apply(row);
    }
    var getter = ALIASES.getOrDefault(kind + "." + field, field);
    return SearchProbe.values(row, getter)
        .orElseThrow(() -> new AssertionError("Expected an oracle for " + kind + "." + field));
  }

  private void ofProcessInstances(CamundaClient client) {
    var elements = client.newElementInstanceSearchRequest().page(p -> p.limit(1_000)).send().join();
    var incidents =
        client
            .newIncidentSearchRequest()
            .filter(filter -> filter.state(IncidentState.ACTIVE))
            .send()
            .join();
    var items = client.newBatchOperationItemsSearchRequest().send().join();
    var hashes = new HashMap<String, Integer>();
    client
        .newIncidentProcessInstanceStatisticsByErrorRequest()
        .send()
        .join()
        .items()
        .forEach(error -> hashes.put(error.getErrorMessage(), error.getErrorHashCode()));
    of("elementId", elements.items(), e -> e.getProcessInstanceKey(), e -> e.getElementId());
    of("elementInstanceState", elements.items(), e -> e.getProcessInstanceKey(), e -> e.getState());
    of(
        "hasElementInstanceIncident",
        elements.items(),
        e -> e.getProcessInstanceKey(),
        e -> e.getIncident());
    of("errorMessage", incidents.items(), i -> i.getProcessInstanceKey(), i -> i.getErrorMessage());
    of(
        "incidentErrorHashCode",
        incidents.items(),
        i -> i.getProcessInstanceKey(),
        i -> hashes.getOrDefault(i.getErrorMessage(), 0));
    of(
        "batchOperationId",
        items.items(),
        i -> i.getProcessInstanceKey(),
        i -> i.getBatchOperationKey());
    of(
        "batchOperationKey",
        items.items(),
        i -> i.getProcessInstanceKey(),
        i -> i.getBatchOperationKey());
    var jobs =
        client
            .newJobSearchRequest()
            .filter(filter -> filter.state(JobState.FAILED).retries(retries -> retries.gt(0)))
            .send()
            .join()
            .items();
    derived.put(
        "ProcessInstance.hasRetriesLeft",
        row ->
            List.of(
                jobs.stream()
                    .anyMatch(
                        job -> job.getProcessInstanceKey().equals(key((ProcessInstance) row)))));
  }

  private <T> void of(
      String field, List<T> others, Function<T, Long> instance, Function<T, Object> value) {
    derived.put(
        "ProcessInstance." + field,
        row ->
            others.stream()
                .filter(other -> key((ProcessInstance) row).equals(instance.apply(other)))
                .map(value)
                .toList());
  }

  private static Long key(ProcessInstance instance) {
    return instance.getProcessInstanceKey();
  }

  private static boolean isLatest(ProcessDefinition row, List<ProcessDefinition> all) {
    return all.stream()
        .filter(other -> other.getProcessDefinitionId().equals(row.getProcessDefinitionId()))
        .noneMatch(other -> other.getVersion() > row.getVersion());
  }

  /** The sub-process "inside" holds the elements of the work; all others are in the process. */
  private static Long scope(ElementInstance element, List<ElementInstance> all) {
    if (!List.of("insidestart", "work", "insideend").contains(element.getElementId())) {
      return element.getProcessInstanceKey();
    }
    return all.stream()
        .filter(other -> other.getProcessInstanceKey().equals(element.getProcessInstanceKey()))
        .filter(other -> other.getElementId().equals("inside"))
        .map(ElementInstance::getElementInstanceKey)
        .findFirst()
        .orElseThrow();
  }
}
