package uz.yagona.engine.behavior;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.model.Activity;
import uz.yagona.engine.model.BoundaryEvent;
import uz.yagona.engine.model.ElementType;
import uz.yagona.engine.model.ProcessModel;
import uz.yagona.engine.state.ElementInstance;

/** Finished activities that can be undone, and the undoing. */
final class Compensations {
  /** Ids of finished activities of a scope that have a handler, in the order of their ends. */
  private static final String FINISHED = "finished";

  /** Number of handlers that a throw event still waits for. */
  private static final String AWAITED = "awaited";

  /** Key of the throw event that a handler works for. */
  private static final String THROWN_BY = "thrownBy";

  private final Execution execution;

  Compensations(Execution execution) {
    this.execution = execution;
  }

  /** An instance has completed: it may be undone later, or was itself an undoing. */
  void completed(ElementInstance instance) {
    var scope = instance.scope();
    if (scope == null || !(instance.element() instanceof Activity activity)) {
      return;
    }
    if (instance.recall(THROWN_BY) instanceof Number thrower) {
      handlerDone(thrower.longValue());
    }
    if (!instance.isOutermost()) {
      return;
    }
    var finished = new ArrayList<Object>(finished(scope));
    if (activity.compensationHandlerId() != null) {
      finished.add(activity.id());
    } else {
      finished.addAll(finished(instance));
    }
    if (!finished.isEmpty()) {
      scope.remember(FINISHED, finished);
    }
  }

  private static List<String> finished(ElementInstance scope) {
    return scope.recall(FINISHED) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Finished activities stay undoable when their compensation boundary event is mapped. */
  void migrate(ElementInstance scope, ProcessModel target, Map<String, String> mappings) {
    var kept = new ArrayList<Object>();
    for (var id : finished(scope)) {
      var event = scope.process().model().activity(id).activity().compensationEventId();
      var mapped = event == null ? null : mappings.get(event);
      if (mapped != null && target.element(mapped) instanceof BoundaryEvent boundary) {
        kept.add(boundary.attachedToId());
      }
    }
    scope.remember(FINISHED, kept.isEmpty() ? null : kept);
  }

  /** Runs the handlers, last finished first; the thrower completes when all have. */
  void start(ElementInstance thrower, @Nullable String activityId) {
    var scope = compensated(thrower.container());
    var undone = new ArrayList<String>();
    var kept = new ArrayList<Object>();
    for (var id : finished(scope)) {
      if (activityId == null || isInside(thrower, id, activityId)) {
        undone.add(id);
      } else {
        kept.add(id);
      }
    }
    scope.remember(FINISHED, kept.isEmpty() ? null : kept);
    if (undone.isEmpty()) {
      execution.interpreter.complete(thrower);
      return;
    }
    thrower.remember(AWAITED, undone.size());
    Collections.reverse(undone);
    undone.forEach(id -> runHandler(scope, thrower, id));
  }

  /** An event sub-process undoes what its parent scope has done. */
  private static ElementInstance compensated(ElementInstance scope) {
    var outer = scope.scope();
    return scope.type() == ElementType.EVENT_SUB_PROCESS && outer != null ? outer : scope;
  }

  private static boolean isInside(ElementInstance thrower, String id, String activityId) {
    var model = thrower.process().model();
    for (String at = id; at != null; at = model.element(at).scopeId()) {
      if (at.equals(activityId)) {
        return true;
      }
    }
    return false;
  }

  private void runHandler(ElementInstance scope, ElementInstance thrower, String activityId) {
    var model = scope.process().model();
    var handlerId = model.activity(activityId).compensationHandlerId();
    if (handlerId != null) {
      var handler = execution.interpreter.activate(scope, model.element(handlerId));
      handler.remember(THROWN_BY, thrower.key());
    }
  }

  private void handlerDone(long throwerKey) {
    var thrower = execution.store.find(ElementInstance.class, throwerKey);
    if (thrower == null) {
      return;
    }
    var left = thrower.recallInt(AWAITED) - 1;
    thrower.remember(AWAITED, left);
    if (left == 0) {
      execution.interpreter.complete(thrower);
    }
  }
}
