package uz.yagona.engine.parse;

import io.camunda.zeebe.model.bpmn.instance.AdHocSubProcess;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAdHoc;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.AiParameters;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.model.Activity;
import uz.yagona.engine.model.ActivityTraits;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.ElementTraits;
import uz.yagona.engine.model.EventSubProcess;
import uz.yagona.engine.model.Mapping;
import uz.yagona.engine.model.ScopeTraits;

/** Reads ad-hoc sub-processes. */
final class AdHocParser {

  private final AiParameters parameters;
  private final Expressions expressions;
  private final ExtensionParser extensions;

  AdHocParser(Feel feel, Expressions expressions, ExtensionParser extensions) {
    this.parameters = new AiParameters(feel);
    this.expressions = expressions;
    this.extensions = extensions;
  }

  /**
   * @param children the elements directly inside
   */
  Activity parse(
      AdHocSubProcess element,
      ElementTraits traits,
      ScopeTraits scope,
      ActivityTraits activity,
      List<Element> children) {
    var adHoc = ExtensionParser.find(element, ZeebeAdHoc.class);
    var condition = element.getCompletionCondition();
    return new uz.yagona.engine.model.AdHocSubProcess(
        traits,
        scope,
        activity,
        adHoc == null
            ? null
            : expressions.optionalFeel(
                element, "the active elements", adHoc.getActiveElementsCollection()),
        condition == null
            ? null
            : expressions.optionalFeel(
                element, "a completion condition", condition.getTextContent()),
        element.isCancelRemainingInstances(),
        adHoc == null ? null : ActivityParser.blankToNull(adHoc.getOutputCollection()),
        adHoc == null
            ? null
            : expressions.optionalFeel(element, "an output element", adHoc.getOutputElement()),
        activatable(element, children),
        extensions.taskDefinition(element));
  }

  /** What a worker can choose from: the elements that nothing inside leads to. */
  private List<Map<String, Object>> activatable(AdHocSubProcess element, List<Element> children) {
    return children.stream()
        .filter(child -> child.incoming().isEmpty() && !(child instanceof EventSubProcess))
        .map(child -> description(child, documentation(element, child.id())))
        .toList();
  }

  private Map<String, Object> description(Element child, @Nullable String documentation) {
    var description = new LinkedHashMap<String, @Nullable Object>();
    description.put("elementId", child.id());
    description.put("elementName", child.name());
    description.put("documentation", documentation);
    description.put("properties", child.properties());
    description.put(
        "parameters",
        Stream.concat(child.inputs().stream(), child.outputs().stream())
            .map(Mapping::source)
            .flatMap(source -> parameters.of(source).stream())
            .toList());
    return Collections.unmodifiableMap(description);
  }

  private static @Nullable String documentation(AdHocSubProcess element, String childId) {
    return element.getChildElementsByType(FlowNode.class).stream()
        .filter(node -> node.getId().equals(childId))
        .flatMap(node -> node.getDocumentations().stream())
        .map(documentation -> documentation.getTextContent().strip())
        .findFirst()
        .orElse(null);
  }
}
