package uz.yagona.engine.behavior;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.JobCommand.AdHocActivation;
import uz.yagona.engine.api.JobCommand.AdHocResult;
import uz.yagona.engine.api.JobCommand.JobResult;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.model.AdHocSubProcess;
import uz.yagona.engine.model.ElementType;
import uz.yagona.engine.state.ElementInstance;

/** Starts activities of ad-hoc sub-processes, each in a shell of its own. */
public final class AdHoc {
  private final Execution execution;

  AdHoc(Execution execution) {
    this.execution = execution;
  }

  /** Starts activities that a client has chosen. */
  public void activate(
      ElementInstance instance, List<AdHocActivation> activations, boolean cancelOthers) {
    var element = (AdHocSubProcess) instance.element();
    for (var activation : activations) {
      var inside = instance.process().model().elements().get(activation.elementId());
      if (inside == null
          || !element.id().equals(inside.scopeId())
          || !inside.incoming().isEmpty()) {
        throw RejectedException.notFound(
            "Expected to activate activities for ad-hoc sub-process with key '%d', but the given element '%s' does not exist or can't be started.",
            instance.key(), activation.elementId());
      }
    }
    if (cancelOthers) {
      instance.children().forEach(execution.interpreter::terminate);
    }
    for (var activation : activations) {
      start(instance, activation.elementId(), activation.variables().toMap());
    }
  }

  void start(
      ElementInstance instance,
      String elementId,
      Map<String, ? extends @Nullable Object> variables) {
    var shell =
        execution.interpreter.activate(
            instance, instance.element(), ElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE, 0);
    shell.remember(AdHocShellBehavior.INSIDE, elementId);
    execution.variables.setLocal(shell, variables);
  }

  /** The worker that decides has decided. */
  void jobDone(
      ElementInstance instance, Map<String, Object> variables, @Nullable JobResult result) {
    execution.variables.propagate(instance, variables);
    if (!(result instanceof AdHocResult answer)) {
      finishIf(instance, false, false);
      return;
    }
    for (var activation : answer.activations()) {
      start(instance, activation.elementId(), activation.variables().toMap());
    }
    finishIf(instance, answer.completionConditionFulfilled(), answer.cancelRemainingInstances());
  }

  /** Completes when the condition holds and nothing runs any more, or what runs is ended. */
  void finishIf(ElementInstance instance, boolean fulfilled, boolean cancelOthers) {
    if (fulfilled) {
      instance.remember(AdHocSubProcessBehavior.FULFILLED, true);
      if (cancelOthers) {
        instance.children().forEach(execution.interpreter::terminate);
      }
    }
    if (!instance.hasChildren() && instance.recall(AdHocSubProcessBehavior.FULFILLED) != null) {
      execution.interpreter.complete(instance);
    }
  }
}
