package uz.yagona.portal.evidence;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.DecisionInstance;
import io.camunda.client.api.search.response.ProcessInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.portal.json.Json;
import uz.yagona.portal.request.FormSources;
import uz.yagona.portal.request.Request;

/** Models in force for a case and what its decisions came to, from the engine's API. */
@Component
class CaseProcess {
  private static final int MOST = 200;
  private static final List<String> STAFF_FORMS = List.of("review-request", "sign-decision");

  private final CamundaClient client;
  private final FormSources sources;

  CaseProcess(CamundaClient client, FormSources sources) {
    this.client = client;
    this.sources = sources;
  }

  /** Process instances of a request and those that they called, at most 200. */
  List<ProcessInstance> instances(UUID requestId) {
    var json = Json.write((Object) requestId.toString());
    var found = new ArrayList<>(search(json));
    for (var i = 0; i < found.size() && found.size() < MOST; i++) {
      var parent = found.get(i).getProcessInstanceKey();
      found.addAll(
          client
              .newProcessInstanceSearchRequest()
              .filter(filter -> filter.parentProcessInstanceKey(parent))
              .page(page -> page.limit(MOST))
              .send()
              .join()
              .items()
              .stream()
              .filter(child -> Long.valueOf(parent).equals(child.getParentProcessInstanceKey()))
              .toList());
    }
    return List.copyOf(found);
  }

  private List<ProcessInstance> search(String json) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(
            filter -> filter.variables(List.of(variable -> variable.name("requestId").value(json))))
        .sort(sort -> sort.startDate().asc())
        .page(page -> page.limit(MOST))
        .send()
        .join()
        .items();
  }

  /**
   * The BPMN, DMN and form models that were used, under {@code models/}. A form that nobody has
   * filled in yet, or that was filled in before sources were kept, is the bundled one.
   */
  List<Ingredient> models(
      List<ProcessInstance> instances, List<DecisionInstance> decisions, Request request) {
    var files = new LinkedHashMap<String, Ingredient>();
    for (var instance : instances) {
      var key = instance.getProcessDefinitionKey();
      var name =
          "models/%s-v%d-%d.bpmn"
              .formatted(
                  instance.getProcessDefinitionId(), instance.getProcessDefinitionVersion(), key);
      files.computeIfAbsent(name, any -> Ingredient.text(any, bpmn(key)));
    }
    for (var decision : decisions) {
      var definition =
          client.newDecisionDefinitionGetRequest(decision.getDecisionDefinitionKey()).send().join();
      var name =
          "models/%s-v%d-%d.dmn"
              .formatted(
                  definition.getDmnDecisionRequirementsId(),
                  definition.getDecisionRequirementsVersion(),
                  definition.getDecisionRequirementsKey());
      files.computeIfAbsent(
          name, any -> Ingredient.text(any, dmn(decision.getDecisionDefinitionKey())));
    }
    var forms = new ArrayList<>(STAFF_FORMS);
    forms.add(0, request.formKey());
    var kept = sources.of(request.requestId());
    for (var form : forms) {
      var source = kept.get(form);
      files.put(
          form,
          Ingredient.text(
              "models/%s.form".formatted(form),
              source == null ? BundledForms.source(form) : source));
    }
    return List.copyOf(files.values());
  }

  private String bpmn(long key) {
    return client.newProcessDefinitionGetXmlRequest(key).send().join();
  }

  private String dmn(long key) {
    return client.newDecisionDefinitionGetXmlRequest(key).send().join();
  }

  /** Evaluated decisions of the instances, oldest first, with inputs and matched rules. */
  List<DecisionInstance> decisions(List<ProcessInstance> instances) {
    var found = new ArrayList<DecisionInstance>();
    for (var instance : instances) {
      client
          .newDecisionInstanceSearchRequest()
          .filter(filter -> filter.processInstanceKey(instance.getProcessInstanceKey()))
          .sort(sort -> sort.evaluationDate().asc())
          .page(page -> page.limit(MOST))
          .send()
          .join()
          .items()
          .forEach(
              one ->
                  found.add(
                      client
                          .newDecisionInstanceGetRequest(one.getDecisionInstanceId())
                          .send()
                          .join()));
    }
    return found;
  }

  /** A decision as it stands in the pack. */
  static Map<String, @Nullable Object> written(DecisionInstance decision) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("decision", decision.getDecisionDefinitionId());
    fields.put("name", decision.getDecisionDefinitionName());
    fields.put("version", decision.getDecisionDefinitionVersion());
    fields.put("evaluatedAt", String.valueOf(decision.getEvaluationDate()));
    fields.put("state", String.valueOf(decision.getState()));
    fields.put("failure", decision.getEvaluationFailure());
    fields.put("result", json(decision.getResult()));
    var inputs = decision.getEvaluatedInputs();
    fields.put(
        "inputs",
        inputs == null
            ? List.of()
            : inputs.stream()
                .map(input -> pair(input.getInputName(), json(input.getInputValue())))
                .toList());
    var rules = decision.getMatchedRules();
    fields.put(
        "matchedRules",
        rules == null
            ? List.of()
            : rules.stream()
                .map(
                    rule ->
                        rule(
                            rule.getRuleIndex(),
                            rule.getEvaluatedOutputs().stream()
                                .map(out -> pair(out.getOutputName(), json(out.getOutputValue())))
                                .toList()))
                .toList());
    return fields;
  }

  private static Map<String, Object> rule(int index, List<Map<String, @Nullable Object>> outputs) {
    var rule = new LinkedHashMap<String, Object>();
    rule.put("index", index);
    rule.put("outputs", outputs);
    return rule;
  }

  private static Map<String, @Nullable Object> pair(@Nullable String name, @Nullable Object value) {
    var pair = new LinkedHashMap<String, @Nullable Object>();
    pair.put("name", name);
    pair.put("value", value);
    return pair;
  }

  private static @Nullable Object json(@Nullable String text) {
    return text == null || text.isBlank() ? null : Json.read(text);
  }
}
