package uz.yagona.engine.parse;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListenerEventType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLinkedResource;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLinkedResources;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperties;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.model.Binding;
import uz.yagona.engine.model.ExecutionListener;
import uz.yagona.engine.model.FormReference;
import uz.yagona.engine.model.JobDefinition;
import uz.yagona.engine.model.LinkedResource;
import uz.yagona.engine.model.Mapping;

/** Reads the {@code zeebe:} extension elements that several kinds of elements share. */
final class ExtensionParser {

  private static final Pattern VARIABLE_PATH =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

  private final Expressions expressions;
  private final Faults faults;

  ExtensionParser(Expressions expressions, Faults faults) {
    this.expressions = expressions;
    this.faults = faults;
  }

  static <T extends BpmnModelElementInstance> @Nullable T find(BaseElement element, Class<T> type) {
    return element.getSingleExtensionElement(type);
  }

  List<Mapping> inputs(BaseElement element) {
    var mapping = find(element, ZeebeIoMapping.class);
    return mapping == null ? List.of() : mappings(element, mapping.getInputs());
  }

  List<Mapping> outputs(BaseElement element) {
    var mapping = find(element, ZeebeIoMapping.class);
    return mapping == null ? List.of() : mappings(element, mapping.getOutputs());
  }

  private List<Mapping> mappings(
      BaseElement element, Collection<? extends ZeebeMapping> zeebeMappings) {
    var mappings = new ArrayList<Mapping>();
    for (var mapping : zeebeMappings) {
      var target = mapping.getTarget();
      if (target == null || !VARIABLE_PATH.matcher(target).matches()) {
        faults.add(
            element,
            "Expected the target of a mapping to be a variable name or path, but it is '%s'"
                .formatted(target));
        continue;
      }
      var source =
          expressions.optional(
              element, "the source of '%s'".formatted(target), mapping.getSource());
      mappings.add(
          new Mapping(
              source == null ? uz.yagona.engine.feel.Expression.fixed("") : source,
              List.of(target.split("\\."))));
    }
    return List.copyOf(mappings);
  }

  List<ExecutionListener> startListeners(BaseElement element) {
    return listeners(element, ZeebeExecutionListenerEventType.start, ExecutionListener.Event.START);
  }

  List<ExecutionListener> endListeners(BaseElement element) {
    return listeners(element, ZeebeExecutionListenerEventType.end, ExecutionListener.Event.END);
  }

  private List<ExecutionListener> listeners(
      BaseElement element, ZeebeExecutionListenerEventType type, ExecutionListener.Event event) {
    var listeners = find(element, ZeebeExecutionListeners.class);
    if (listeners == null) {
      return List.of();
    }
    return listeners.getExecutionListeners().stream()
        .filter(listener -> listener.getEventType() == type)
        .map(listener -> new ExecutionListener(event, listenerJob(element, listener)))
        .toList();
  }

  private JobDefinition listenerJob(BaseElement element, ZeebeExecutionListener listener) {
    return job(element, "of an execution listener", listener.getType(), listener.getRetries());
  }

  /** A job type with retries; headers are those of the element. */
  JobDefinition job(
      BaseElement element, String whose, @Nullable String type, @Nullable String retries) {
    return new JobDefinition(
        expressions.required(element, "a job type " + whose, type),
        expressions.required(element, "retries " + whose, retries),
        headers(element),
        List.of());
  }

  /** The task definition; {@code null} if the element has none. */
  @Nullable JobDefinition taskDefinition(BaseElement element) {
    var definition = find(element, ZeebeTaskDefinition.class);
    if (definition == null) {
      return null;
    }
    return new JobDefinition(
        expressions.required(element, "a job type", definition.getType()),
        expressions.required(element, "retries", definition.getRetries()),
        headers(element),
        linkedResources(element));
  }

  Map<String, String> headers(BaseElement element) {
    var headers = find(element, ZeebeTaskHeaders.class);
    if (headers == null) {
      return Map.of();
    }
    var byKey = new LinkedHashMap<String, String>();
    for (var header : headers.getHeaders()) {
      if (header.getKey() != null && !header.getKey().isBlank()) {
        byKey.put(header.getKey(), header.getValue() == null ? "" : header.getValue());
      }
    }
    return Collections.unmodifiableMap(byKey);
  }

  Map<String, String> properties(BaseElement element) {
    var properties = find(element, ZeebeProperties.class);
    if (properties == null) {
      return Map.of();
    }
    var byName = new LinkedHashMap<String, String>();
    for (var property : properties.getProperties()) {
      if (property.getName() != null) {
        byName.put(property.getName(), property.getValue() == null ? "" : property.getValue());
      }
    }
    return Collections.unmodifiableMap(byName);
  }

  private List<LinkedResource> linkedResources(BaseElement element) {
    var resources = find(element, ZeebeLinkedResources.class);
    if (resources == null) {
      return List.of();
    }
    return resources.getLinkedResources().stream()
        .map(resource -> linkedResource(element, resource))
        .toList();
  }

  private LinkedResource linkedResource(BaseElement element, ZeebeLinkedResource resource) {
    return new LinkedResource(
        text(element, "resourceId of a linked resource", resource.getResourceId()),
        text(element, "resourceType of a linked resource", resource.getResourceType()),
        resource.getLinkName(),
        binding(resource.getBindingType(), resource.getVersionTag()));
  }

  /** A text that must be there. */
  String text(BaseElement element, String what, @Nullable String text) {
    if (text == null || text.isBlank()) {
      faults.add(element, "Expected %s, but it is missing or empty".formatted(what));
      return "";
    }
    return text;
  }

  /** The form of a user task or start event; {@code null} if it has none. */
  @Nullable FormReference form(BaseElement element) {
    var form = find(element, ZeebeFormDefinition.class);
    if (form == null) {
      return null;
    }
    return new FormReference(
        expressions.optional(element, "a form id", form.getFormId()),
        expressions.optional(element, "an external form reference", form.getExternalReference()),
        form.getFormKey(),
        binding(form.getBindingType(), form.getVersionTag()));
  }

  static Binding binding(@Nullable ZeebeBindingType type, @Nullable String versionTag) {
    if (type == null || type == ZeebeBindingType.latest) {
      return Binding.LATEST;
    }
    return type == ZeebeBindingType.deployment
        ? new Binding(Binding.Type.DEPLOYMENT, null)
        : new Binding(Binding.Type.VERSION_TAG, versionTag);
  }
}
