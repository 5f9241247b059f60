package uz.yagona.portal.diagram;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessInstanceSequenceFlow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;

/** Models and states of process instances, from the engine's API. */
@Component
public class Diagrams {
  private static final int MOST_ELEMENTS = 1000;
  private static final int KEPT_MODELS = 40;

  private record ModelKey(long processDefinitionKey, Language language) {}

  private final CamundaClient client;
  private final Map<ModelKey, Model> models =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT_MODELS, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ModelKey, Model> eldest) {
              return size() > KEPT_MODELS;
            }
          });

  Diagrams(CamundaClient client) {
    this.client = client;
  }

  /** The BPMN file with names in {@code language}. A deployed definition never changes. */
  public String xml(long processDefinitionKey, Language language) {
    return model(processDefinitionKey, language).xml();
  }

  /** Names of elements by id. */
  public Map<String, String> names(long processDefinitionKey, Language language) {
    return model(processDefinitionKey, language).names();
  }

  /** Where the instance stands now. */
  public DiagramState state(long processInstanceKey) {
    var elements = elements(processInstanceKey);
    var active = ids(elements, element -> element.getState() == ElementInstanceState.ACTIVE);
    var counts = new TreeMap<String, Integer>();
    elements.stream()
        .filter(element -> element.getState() == ElementInstanceState.ACTIVE)
        .forEach(element -> counts.merge(element.getElementId(), 1, Integer::sum));
    counts.values().removeIf(count -> count < 2);
    return new DiagramState(
        active,
        ids(
            elements,
            element ->
                element.getState() == ElementInstanceState.COMPLETED
                    && !active.contains(element.getElementId())),
        ids(elements, element -> Boolean.TRUE.equals(element.getIncident())),
        flows(processInstanceKey),
        counts);
  }

  /** Element instances of the instance, oldest first, at most a thousand. */
  public List<ElementInstance> elements(long processInstanceKey) {
    return client
        .newElementInstanceSearchRequest()
        .filter(filter -> filter.processInstanceKey(processInstanceKey))
        .sort(sort -> sort.startDate().asc())
        .page(page -> page.limit(MOST_ELEMENTS))
        .send()
        .join()
        .items();
  }

  private List<String> flows(long processInstanceKey) {
    return client.newProcessInstanceSequenceFlowsRequest(processInstanceKey).send().join().stream()
        .map(ProcessInstanceSequenceFlow::getElementId)
        .distinct()
        .toList();
  }

  private Model model(long processDefinitionKey, Language language) {
    var key = new ModelKey(processDefinitionKey, language);
    var known = models.get(key);
    if (known != null) {
      return known;
    }
    var xml = client.newProcessDefinitionGetXmlRequest(processDefinitionKey).send().join();
    var model = Model.of(xml, language);
    models.put(key, model);
    return model;
  }

  private static List<String> ids(
      List<ElementInstance> elements, Predicate<ElementInstance> wanted) {
    return elements.stream()
        .filter(element -> element.getType() != ElementInstanceType.PROCESS)
        .filter(wanted)
        .map(ElementInstance::getElementId)
        .distinct()
        .toList();
  }
}
