package uz.yagona.engine.behavior;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.model.AdHocSubProcess;
import uz.yagona.engine.model.EventSubProcess;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.JobRow;

/** A sub-process whose activities are chosen by an expression, a client or a worker. */
final class AdHocSubProcessBehavior extends Behavior<AdHocSubProcess> {
  /** The completion condition has been met. */
  static final String FULFILLED = "fulfilled";

  /** Variable that tells workers what they may start. */
  private static final String ELEMENTS = "adHocSubProcessElements";

  AdHocSubProcessBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance instance, AdHocSubProcess element) {
    var collection = element.outputCollection();
    if (collection != null) {
      execution.variables.setLocal(instance, collection, List.of());
    }
    execution.variables.setLocal(instance, ELEMENTS, element.activatable());
    if (execution.modification.activateInside(instance)) {
      return;
    }
    if (element.job() != null) {
      ask(instance, element);
      return;
    }
    var expression = element.activeElements();
    if (expression == null) {
      return;
    }
    var ids = execution.feel.evaluateStrings(expression, execution.variables.lookup(instance));
    for (var id : ids) {
      if (!element.children().contains(id)) {
        throw new IncidentException(
            IncidentType.EXTRACT_VALUE_ERROR,
            "Expected to activate elements of ad-hoc sub-process '%s', but it has no element '%s'"
                .formatted(element.id(), id));
      }
      execution.adHoc.start(instance, id, Map.of());
    }
  }

  /** There is one job at a time: what a worker still thinks of an older one is out of date. */
  private void ask(ElementInstance instance, AdHocSubProcess element) {
    var job = element.job();
    if (job != null) {
      instance.owned(JobRow.class).forEach(execution.jobs::cancel);
      execution.jobs.create(instance, job, JobRow.Kind.AD_HOC_SUB_PROCESS, "UNSPECIFIED");
    }
  }

  @Override
  void childEnded(ElementInstance instance, AdHocSubProcess element, ElementInstance child) {
    if (child.element() instanceof EventSubProcess subProcess && subProcess.isInterrupting()) {
      execution.adHoc.finishIf(instance, true, true);
      return;
    }
    if (element.job() != null) {
      if (instance.recall(FULFILLED) == null) {
        ask(instance, element);
      }
      execution.adHoc.finishIf(instance, false, false);
      return;
    }
    var condition = element.completionCondition();
    var fulfilled =
        condition == null
            ? !instance.hasChildren()
            : execution.feel.evaluateBoolean(condition, execution.variables.lookup(instance));
    execution.adHoc.finishIf(
        instance, fulfilled, condition != null && element.cancelRemainingInstances());
  }

  @Override
  void completing(ElementInstance instance, AdHocSubProcess element) {
    var name = element.outputCollection();
    var collection = name == null ? null : instance.variable(name);
    if (name != null && collection != null) {
      var value = new HashMap<String, @Nullable Object>();
      value.put(name, collection.value());
      execution.variables.propagate(instance.container(), value);
    }
  }
}
