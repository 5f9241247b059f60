package uz.yagona.engine.behavior;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import uz.yagona.engine.model.Activity;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.Event;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.model.InclusiveGateway;
import uz.yagona.engine.model.IntermediateThrowEvent;
import uz.yagona.engine.model.ParallelGateway;
import uz.yagona.engine.model.ProcessModel;
import uz.yagona.engine.model.SequenceFlow;
import uz.yagona.engine.state.ElementInstance;

/** Sequence flows taken, and tokens that wait at joins. */
public final class Tokens {
  private final Execution execution;

  Tokens(Execution execution) {
    this.execution = execution;
  }

  /** Moves a token along the flow. */
  void take(ElementInstance scope, SequenceFlow flow) {
    var process = scope.process();
    process.take(flow.id());
    var target = process.model().target(flow);
    var joins = target instanceof ParallelGateway || target instanceof InclusiveGateway;
    if (joins && target.incoming().size() > 1) {
      change(scope, target, Map.of(flow.id(), 1));
      if (target instanceof ParallelGateway) {
        joinAll(scope, target);
      }
    } else {
      execution.interpreter.activate(scope, target);
    }
  }

  private void joinAll(ElementInstance scope, Element gateway) {
    if (waiting(scope, gateway.id()).size() == gateway.incoming().size()) {
      join(scope, gateway);
    }
  }

  /** Consumes one token of each flow that has any. */
  private void join(ElementInstance scope, Element gateway) {
    var consumed = new LinkedHashMap<String, Integer>();
    waiting(scope, gateway.id()).keySet().forEach(flow -> consumed.put(flow, -1));
    change(scope, gateway, consumed);
    execution.interpreter.activate(scope, gateway);
  }

  /** Ids of the gateways of the scope at which tokens wait, each with the flows they came by. */
  public static Map<String, Set<String>> waiting(ElementInstance scope) {
    var byGateway = new LinkedHashMap<String, Set<String>>();
    Memory.object(scope.recall(Memory.TOKENS))
        .forEach((gateway, flows) -> byGateway.put(gateway, Memory.object(flows).keySet()));
    return byGateway;
  }

  /** Lets waiting tokens wait at other gateways, having come by other flows. */
  void rename(ElementInstance scope, Map<String, String> mappings) {
    if (!areWaiting(scope)) {
      return;
    }
    var renamed = new LinkedHashMap<String, Object>();
    Memory.object(scope.recall(Memory.TOKENS))
        .forEach(
            (gateway, flows) -> {
              var tokens = new LinkedHashMap<String, Object>();
              Memory.object(flows)
                  .forEach((flow, count) -> tokens.put(mappings.getOrDefault(flow, flow), count));
              renamed.put(mappings.getOrDefault(gateway, gateway), tokens);
            });
    scope.remember(Memory.TOKENS, renamed);
  }

  boolean areWaiting(ElementInstance scope) {
    return scope.recall(Memory.TOKENS) != null;
  }

  void drop(ElementInstance scope) {
    scope.remember(Memory.TOKENS, null);
  }

  /** Number of tokens by sequence flow. */
  private static Map<String, Object> waiting(ElementInstance scope, String gatewayId) {
    return Memory.object(Memory.object(scope.recall(Memory.TOKENS)).get(gatewayId));
  }

  private static void change(
      ElementInstance scope, Element gateway, Map<String, Integer> differences) {
    var all = new LinkedHashMap<>(Memory.object(scope.recall(Memory.TOKENS)));
    var tokens = new LinkedHashMap<>(waiting(scope, gateway.id()));
    differences.forEach(
        (flow, difference) -> {
          var before = tokens.get(flow) instanceof Number number ? number.intValue() : 0;
          if (before + difference > 0) {
            tokens.put(flow, before + difference);
          } else {
            tokens.remove(flow);
          }
        });
    if (tokens.isEmpty()) {
      all.remove(gateway.id());
    } else {
      all.put(gateway.id(), tokens);
    }
    scope.remember(Memory.TOKENS, all.isEmpty() ? null : all);
  }

  /** Lets inclusive joins go on that no other token can reach any more. */
  void joinWhatCan(ElementInstance scope) {
    if (!areWaiting(scope) || scope.phase().isLeaving()) {
      return;
    }
    var model = scope.process().model();
    for (var gatewayId : Memory.object(scope.recall(Memory.TOKENS)).keySet()) {
      if (model.element(gatewayId) instanceof InclusiveGateway gateway
          && !canStillArrive(scope, model, gateway)) {
        join(scope, gateway);
        return;
      }
    }
  }

  private static boolean canStillArrive(
      ElementInstance scope, ProcessModel model, InclusiveGateway gateway) {
    var arrived = waiting(scope, gateway.id()).keySet();
    var reaching = new HashSet<String>();
    gateway.incoming().stream()
        .filter(flow -> !arrived.contains(flow.id()))
        .forEach(flow -> reaching.addAll(upstream(model, flow.sourceId(), gateway.id())));
    var elsewhere = new LinkedHashSet<>(Memory.object(scope.recall(Memory.TOKENS)).keySet());
    elsewhere.remove(gateway.id());
    scope.children().forEach(child -> elsewhere.add(child.element().id()));
    return elsewhere.stream().anyMatch(reaching::contains);
  }

  /** Elements from which the start element is reached without passing the gateway. */
  private static Set<String> upstream(ProcessModel model, String startId, String gatewayId) {
    var found = new LinkedHashSet<String>();
    var open = new ArrayDeque<String>();
    open.add(startId);
    while (!open.isEmpty()) {
      var id = open.poll();
      if (id.equals(gatewayId) || !found.add(id)) {
        continue;
      }
      var element = model.element(id);
      element.incoming().forEach(flow -> open.add(flow.sourceId()));
      open.addAll(jumpsTo(model, element));
    }
    return found;
  }

  /**
   * Where tokens come from other than by sequence flow. What does not interrupt adds a token:
   * nobody waits for one that may never be.
   */
  private static Set<String> jumpsTo(ProcessModel model, Element element) {
    if (element instanceof uz.yagona.engine.model.BoundaryEvent boundary) {
      return boundary.interrupting() ? Set.of(boundary.attachedToId()) : Set.of();
    }
    var sources = new LinkedHashSet<String>();
    if (element instanceof Event event && event.definition() instanceof EventDefinition.Link) {
      for (var other : model.elements().values()) {
        if (other instanceof IntermediateThrowEvent thrown
            && thrown.definition() instanceof EventDefinition.Link link
            && element.id().equals(link.targetId())) {
          sources.add(other.id());
        }
      }
    }
    if (element instanceof Activity activity && activity.isForCompensation()) {
      return Set.of();
    }
    return sources;
  }
}
