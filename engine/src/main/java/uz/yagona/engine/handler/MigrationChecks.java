package uz.yagona.engine.handler;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.ProcessInstanceCommand.ElementMapping;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.behavior.Tokens;
import uz.yagona.engine.model.Activity;
import uz.yagona.engine.model.BoundaryEvent;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.Event;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.model.ProcessModel;
import uz.yagona.engine.model.StartEvent;
import uz.yagona.engine.model.UserTask;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.ProcessInstance;

/** What must hold before an instance can continue in another definition. */
final class MigrationChecks {
  private final ProcessInstance process;
  private final ProcessModel target;
  private final Map<String, String> mappings;

  MigrationChecks(ProcessInstance process, ProcessModel target, List<ElementMapping> mappings) {
    this.process = process;
    this.target = target;
    this.mappings = ElementMapping.bySource(mappings);
    checkUnique(mappings);
  }

  void run() {
    mappings.forEach(
        (source, mapped) -> {
          require(exists(process.model(), source), "source", source);
          require(exists(target, mapped), "target", mapped);
        });
    checkEvents();
    process.tree().forEach(this::check);
  }

  private static boolean exists(ProcessModel model, String id) {
    return model.elements().containsKey(id) || model.flows().containsKey(id);
  }

  private void checkUnique(List<ElementMapping> all) {
    var sources = new HashSet<String>();
    for (var mapping : all) {
      if (!sources.add(mapping.sourceElementId())) {
        throw RejectedException.invalidArgument(
            "Expected to migrate process instance '%d' but the mapping instructions contain duplicate source element id '%s'",
            process.key(), mapping.sourceElementId());
      }
    }
  }

  private void require(boolean exists, String side, String elementId) {
    if (!exists) {
      throw RejectedException.invalidArgument(
          "Expected to migrate process instance '%d' but mapping instructions contain a non-existing %s element id '%s'",
          process.key(), side, elementId);
    }
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private RejectedException refused(String reason, @Nullable Object... ids) {
    return RejectedException.invalidState(
        "Expected to migrate process instance '%d' but %s", process.key(), reason.formatted(ids));
  }

  // events ----------------------------------------------------------------------------------------

  private void checkEvents() {
    var targets = new HashSet<String>();
    mappings.forEach(
        (source, mapped) -> {
          var from = process.model().elements().get(source);
          var to = target.elements().get(mapped);
          if (from instanceof Event event && waits(event)) {
            checkEvent(event, to, targets);
          }
        });
  }

  private static boolean waits(Event event) {
    return event instanceof BoundaryEvent || event instanceof StartEvent;
  }

  private void checkEvent(Event from, @Nullable Element to, Set<String> targets) {
    if (!(to instanceof Event event) || !isAlike(from.definition(), event.definition())) {
      throw refused("catch event '%s' is mapped to '%s' of a different type", from.id(), id(to));
    }
    if (!targets.add(to.id())) {
      throw refused("more than one catch event is mapped to '%s'", to.id());
    }
    var owner = owner(process.model(), from);
    var mappedOwner = mappings.get(owner);
    if (mappedOwner != null && !mappedOwner.equals(owner(target, to))) {
      throw refused(
          "active element with id '%s' is mapped to '%s', while its catch event '%s' is mapped to '%s' that is attached to another element",
          owner, mappedOwner, from.id(), to.id());
    }
  }

  private static String id(@Nullable Element element) {
    return element == null ? "" : element.id();
  }

  private static boolean isAlike(EventDefinition from, EventDefinition to) {
    return from.getClass().equals(to.getClass());
  }

  /** The activity or scope during which the event is waited for. */
  private static String owner(ProcessModel model, Element event) {
    if (event instanceof BoundaryEvent boundary) {
      return boundary.attachedToId();
    }
    var eventSubProcess = model.scopeOf(event);
    var scope = eventSubProcess == null ? null : model.scopeOf(eventSubProcess);
    return id(scope);
  }

  // active elements -------------------------------------------------------------------------------

  private void check(ElementInstance instance) {
    if (instance.scope() != null) {
      checkElement(instance);
    }
    Tokens.waiting(instance).forEach(this::checkJoin);
  }

  private void checkElement(ElementInstance instance) {
    var source = instance.element();
    var mapped = mappings.get(source.id());
    if (mapped == null) {
      throw refused(
          "no mapping instruction defined for active element with id '%s'. Elements cannot be migrated without a mapping.",
          source.id());
    }
    var element = target.elements().get(mapped);
    if (element == null
        || !element.getClass().equals(source.getClass())
        || element.type() != source.type()) {
      throw refused(
          "active element with id '%s' and type '%s' is mapped to an element with id '%s' and different type '%s'.",
          source.id(), source.type(), mapped, element == null ? "SEQUENCE_FLOW" : element.type());
    }
    if (source instanceof UserTask from
        && element instanceof UserTask to
        && from.nativeTask() != to.nativeTask()) {
      throw refused(
          "active user task with id '%s' and its target '%s' are not of the same implementation.",
          source.id(), mapped);
    }
    if (source instanceof Activity from && element instanceof Activity to) {
      checkLoop(from, to);
    }
    checkScope(source, element);
  }

  private void checkLoop(Activity from, Activity to) {
    var loop = from.multiInstance();
    var next = to.multiInstance();
    if ((loop == null) != (next == null)
        || (loop != null && next != null && loop.sequential() != next.sequential())) {
      throw refused(
          "active element with id '%s' and its target '%s' do not repeat in the same way.",
          from.id(), to.id());
    }
  }

  private void checkScope(Element source, Element element) {
    var isRootScope = Objects.equals(source.scopeId(), process.element().id());
    var fits =
        isRootScope
            ? Objects.equals(element.scopeId(), target.root().id())
            : Objects.equals(mappings.get(String.valueOf(source.scopeId())), element.scopeId());
    if (!fits) {
      throw refused(
          "the flow scope of active element with id '%s' is changed. The flow scope of the active element must not change.",
          source.id());
    }
  }

  private void checkJoin(String gatewayId, Set<String> flows) {
    var source = process.model().element(gatewayId);
    var mapped = target.elements().get(mappings.getOrDefault(gatewayId, ""));
    if (mapped == null || mapped.type() != source.type()) {
      throw refused(
          "no mapping instruction to a gateway of the same type is defined for joining gateway with id '%s' at which tokens wait.",
          gatewayId);
    }
    if (mapped.incoming().size() < source.incoming().size()) {
      throw refused(
          "gateway with id '%s' has fewer incoming sequence flows than joining gateway '%s'.",
          mapped.id(), gatewayId);
    }
    var incoming = mapped.incoming().stream().map(flow -> flow.id()).toList();
    for (var flow : flows) {
      if (!incoming.contains(mappings.get(flow))) {
        throw refused(
            "taken sequence flow '%s' is not mapped to an incoming flow of gateway '%s'.",
            flow, mapped.id());
      }
    }
  }
}
