package uz.yagona.processes;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperties;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperty;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import io.camunda.zeebe.model.bpmn.validation.ValidationVisitor;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One BPMN file of this module, as text and as model. */
record ModelFile(Path path, String xml, BpmnModelInstance model) {
  private static final Path RESOURCES = Path.of("src/main/resources/processes");

  static ModelFile of(String flow) {
    return of(flow, flow);
  }

  static ModelFile of(String flow, String process) {
    var path = RESOURCES.resolve(flow).resolve(process + ".bpmn");
    return new ModelFile(path, read(path), Bpmn.readModelFromFile(path.toFile()));
  }

  static String read(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a modeler would report, one line per problem; empty when all is well. */
  String problems() {
    var visitor = new ValidationVisitor(ZeebeDesignTimeValidators.VALIDATORS);
    new ModelWalker(model).walk(visitor);
    return visitor.getValidationResult().getResults().values().stream()
        .flatMap(List::stream)
        .map(result -> result.getElement() + ": " + result.getMessage())
        .collect(Collectors.joining("\n"));
  }

  <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return model.getModelElementsByType(type);
  }

  Map<String, String> jobTypesByElement() {
    var types = new TreeMap<String, String>();
    all(ZeebeTaskDefinition.class)
        .forEach(
            task ->
                types.put(
                    ((BaseElement) task.getParentElement().getParentElement()).getId(),
                    task.getType()));
    return types;
  }

  /** Texts of {@code zeebe:properties} by property name. */
  static Map<String, String> properties(BaseElement element) {
    var extensions = element.getExtensionElements();
    if (extensions == null) {
      return Map.of();
    }
    return extensions.getElementsQuery().filterByType(ZeebeProperties.class).list().stream()
        .flatMap(properties -> properties.getProperties().stream())
        .collect(Collectors.toMap(ZeebeProperty::getName, ZeebeProperty::getValue));
  }

  /** All values of the attribute {@code name} in the order of the file. */
  List<String> attributes(String name) {
    return Pattern.compile("\\s" + name + "=\"([^\"]*)\"")
        .matcher(xml)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
