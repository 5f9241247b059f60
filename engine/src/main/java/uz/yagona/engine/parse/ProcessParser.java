package uz.yagona.engine.parse;

import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.AdHocSubProcess;
import io.camunda.zeebe.model.bpmn.instance.Association;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.CompensateEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.Task;
import io.camunda.zeebe.model.bpmn.instance.Transaction;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTaskForm;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeVersionTag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.model.ActivityTraits;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.ElementTraits;
import uz.yagona.engine.model.ElementType;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.model.EventSubProcess;
import uz.yagona.engine.model.ProcessModel;
import uz.yagona.engine.model.ProcessRoot;
import uz.yagona.engine.model.ScopeTraits;

/** Reads one process: walks its scopes and puts the elements together. */
final class ProcessParser {

  private static final int MAX_DEPTH = 50;

  private final Process process;
  private final Faults faults;
  private final ExtensionParser extensions;
  private final EventParser events;
  private final ActivityParser activities;
  private final AdHocParser adHocs;
  private final Flows flows;
  private final Map<String, Element> elements = new LinkedHashMap<>();

  ProcessParser(Process process, Feel feel, Faults faults) {
    this.process = process;
    this.faults = faults;
    var expressions = new Expressions(feel, faults);
    extensions = new ExtensionParser(expressions, faults);
    events = new EventParser(feel, expressions, extensions, faults);
    activities = new ActivityParser(expressions, extensions, events, faults);
    adHocs = new AdHocParser(feel, expressions, extensions);
    flows = new Flows(process, expressions);
  }

  ProcessModel parse() {
    var scope = scope(process.getFlowElements(), process.getId(), 0);
    var root = new ProcessRoot(processTraits(), scope);
    elements.put(root.id(), root);
    var versionTag = ExtensionParser.find(process, ZeebeVersionTag.class);
    return new ProcessModel(
        process.getId(),
        process.getName(),
        versionTag == null ? null : versionTag.getValue(),
        root,
        Collections.unmodifiableMap(elements),
        Collections.unmodifiableMap(flows.all()),
        embeddedForms());
  }

  private ElementTraits processTraits() {
    return new ElementTraits(
        process.getId(),
        process.getName(),
        ElementType.PROCESS,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        extensions.startListeners(process),
        extensions.endListeners(process),
        extensions.properties(process));
  }

  private Map<String, String> embeddedForms() {
    var extension = process.getExtensionElements();
    if (extension == null) {
      return Map.of();
    }
    var forms = new LinkedHashMap<String, String>();
    for (var form : extension.getChildElementsByType(ZeebeUserTaskForm.class)) {
      forms.put(form.getId(), form.getTextContent());
    }
    return Collections.unmodifiableMap(forms);
  }

  private ScopeTraits scope(Collection<FlowElement> flowElements, String scopeId, int depth) {
    var children = new ArrayList<String>();
    var eventSubProcesses = new ArrayList<EventSubProcess>();
    var starts = new ArrayList<uz.yagona.engine.model.StartEvent>();
    for (var flowElement : flowElements) {
      if (!(flowElement instanceof FlowNode node)) {
        continue;
      }
      var element = element(node, scopeId, depth);
      if (element == null) {
        continue;
      }
      elements.put(element.id(), element);
      children.add(element.id());
      if (element instanceof EventSubProcess eventSubProcess) {
        eventSubProcesses.add(eventSubProcess);
      } else if (element instanceof uz.yagona.engine.model.StartEvent start) {
        starts.add(start);
      }
    }
    var noneStart =
        starts.stream()
            .filter(start -> start.definition() instanceof EventDefinition.None)
            .findFirst()
            .orElse(null);
    return new ScopeTraits(
        List.copyOf(children), List.copyOf(eventSubProcesses), List.copyOf(starts), noneStart);
  }

  private @Nullable Element element(FlowNode node, String scopeId, int depth) {
    var type = ElementTypes.of(node);
    if (type == null || node instanceof Transaction) {
      faults.add(node, "Expected a supported element, but it is a " + typeName(node));
      return null;
    }
    var traits = traits(node, type, scopeId);
    if (node instanceof Event event) {
      return event(event, traits);
    }
    if (node instanceof Gateway gateway) {
      return ElementTypes.gateway(gateway, traits, flows);
    }
    if (node instanceof SubProcess subProcess) {
      return subProcess(subProcess, traits, depth);
    }
    var activity = activityTraits((Activity) node);
    return node instanceof CallActivity call
        ? activities.call(call, traits, activity)
        : activities.task((Task) node, traits, activity);
  }

  private static String typeName(FlowNode node) {
    return node.getElementType().getTypeName();
  }

  private ElementTraits traits(FlowNode node, ElementType type, String scopeId) {
    return new ElementTraits(
        node.getId(),
        node.getName(),
        type,
        scopeId,
        flows.incoming(node),
        flows.outgoing(node),
        extensions.inputs(node),
        extensions.outputs(node),
        extensions.startListeners(node),
        extensions.endListeners(node),
        extensions.properties(node));
  }

  private Element event(Event event, ElementTraits traits) {
    var definition = events.definition(event);
    if (event instanceof StartEvent start) {
      return new uz.yagona.engine.model.StartEvent(
          traits,
          definition,
          EventParser.isProcessStart(start) || start.isInterrupting(),
          extensions.form(start));
    }
    if (event instanceof BoundaryEvent boundary) {
      return boundary(boundary, traits, definition);
    }
    return switch (traits.type()) {
      case END_EVENT -> new uz.yagona.engine.model.EndEvent(traits, definition);
      case INTERMEDIATE_THROW_EVENT ->
          new uz.yagona.engine.model.IntermediateThrowEvent(traits, definition);
      default -> new uz.yagona.engine.model.IntermediateCatchEvent(traits, definition);
    };
  }

  private static uz.yagona.engine.model.BoundaryEvent boundary(
      BoundaryEvent boundary, ElementTraits traits, EventDefinition definition) {
    return new uz.yagona.engine.model.BoundaryEvent(
        traits, definition, boundary.getAttachedTo().getId(), boundary.cancelActivity());
  }

  private @Nullable Element subProcess(SubProcess element, ElementTraits traits, int depth) {
    if (depth >= MAX_DEPTH) {
      faults.add(
          element, "Expected at most %d nested scopes, but it is deeper".formatted(MAX_DEPTH));
      return null;
    }
    var scope = scope(element.getFlowElements(), element.getId(), depth + 1);
    if (element.triggeredByEvent()) {
      if (scope.startEvents().isEmpty()) {
        faults.add(element, "Expected a start event in the event sub-process, but there is none");
        return null;
      }
      return new EventSubProcess(traits, scope, scope.startEvents().get(0));
    }
    var activity = activityTraits(element);
    return element instanceof AdHocSubProcess adHoc
        ? adHocs.parse(
            adHoc, traits, scope, activity, scope.children().stream().map(this::known).toList())
        : new uz.yagona.engine.model.SubProcess(traits, scope, activity);
  }

  private Element known(String id) {
    return Objects.requireNonNull(elements.get(id));
  }

  private ActivityTraits activityTraits(Activity element) {
    var catching = new ArrayList<uz.yagona.engine.model.BoundaryEvent>();
    String compensationEventId = null;
    String compensationHandlerId = null;
    for (var boundary : boundaryEvents(element)) {
      if (boundary.getChildElementsByType(CompensateEventDefinition.class).isEmpty()) {
        var traits = traits(boundary, ElementType.BOUNDARY_EVENT, elementScope(element));
        catching.add(boundary(boundary, traits, events.definition(boundary)));
      } else {
        compensationEventId = boundary.getId();
        compensationHandlerId = compensationHandler(boundary);
      }
    }
    return new ActivityTraits(
        List.copyOf(catching),
        activities.multiInstance(element),
        compensationEventId,
        compensationHandlerId,
        element.isForCompensation());
  }

  private static List<BoundaryEvent> boundaryEvents(Activity element) {
    return element.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
        .filter(boundary -> element.equals(boundary.getAttachedTo()))
        .toList();
  }

  private static String elementScope(Activity element) {
    return element.getParentElement().getAttributeValue("id");
  }

  private @Nullable String compensationHandler(BoundaryEvent boundary) {
    for (var association : boundary.getParentElement().getChildElementsByType(Association.class)) {
      if (boundary.equals(association.getSource())
          && association.getTarget() instanceof Activity handler) {
        return handler.getId();
      }
    }
    faults.add(boundary, "Expected an association with the activity that compensates, but none");
    return null;
  }
}
