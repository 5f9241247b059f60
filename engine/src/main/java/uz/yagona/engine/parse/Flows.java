package uz.yagona.engine.parse;

import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.model.SequenceFlow;

/** The sequence flows of one process, in the order of the model. */
final class Flows {

  private final Map<String, SequenceFlow> byId = new LinkedHashMap<>();
  private final Map<String, List<SequenceFlow>> bySource = new LinkedHashMap<>();
  private final Map<String, List<SequenceFlow>> byTarget = new LinkedHashMap<>();

  Flows(Process process, Expressions expressions) {
    var model = process.getModelInstance();
    for (var element :
        model.getModelElementsByType(io.camunda.zeebe.model.bpmn.instance.SequenceFlow.class)) {
      if (isWithin(element, process)) {
        add(element, expressions);
      }
    }
  }

  private static boolean isWithin(
      org.camunda.bpm.model.xml.instance.ModelElementInstance element, Process process) {
    for (var at = element.getParentElement(); at != null; at = at.getParentElement()) {
      if (at.equals(process)) {
        return true;
      }
    }
    return false;
  }

  private void add(
      io.camunda.zeebe.model.bpmn.instance.SequenceFlow element, Expressions expressions) {
    var condition = element.getConditionExpression();
    var flow =
        new SequenceFlow(
            element.getId(),
            element.getName(),
            element.getSource().getId(),
            element.getTarget().getId(),
            condition == null
                ? null
                : expressions.feel(element, "a condition", condition.getTextContent()));
    byId.put(flow.id(), flow);
    bySource.computeIfAbsent(flow.sourceId(), id -> new ArrayList<>()).add(flow);
    byTarget.computeIfAbsent(flow.targetId(), id -> new ArrayList<>()).add(flow);
  }

  List<SequenceFlow> incoming(FlowNode node) {
    return List.copyOf(byTarget.getOrDefault(node.getId(), List.of()));
  }

  List<SequenceFlow> outgoing(FlowNode node) {
    return List.copyOf(bySource.getOrDefault(node.getId(), List.of()));
  }

  @Nullable SequenceFlow find(io.camunda.zeebe.model.bpmn.instance.@Nullable SequenceFlow element) {
    return element == null ? null : byId.get(element.getId());
  }

  Map<String, SequenceFlow> all() {
    return byId;
  }
}
