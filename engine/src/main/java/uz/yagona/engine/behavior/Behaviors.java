package uz.yagona.engine.behavior;

import java.util.HashMap;
import java.util.Map;
import uz.yagona.engine.model.AdHocSubProcess;
import uz.yagona.engine.model.BoundaryEvent;
import uz.yagona.engine.model.CallActivity;
import uz.yagona.engine.model.DecisionTask;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.ElementType;
import uz.yagona.engine.model.EndEvent;
import uz.yagona.engine.model.EventBasedGateway;
import uz.yagona.engine.model.EventSubProcess;
import uz.yagona.engine.model.ExclusiveGateway;
import uz.yagona.engine.model.InclusiveGateway;
import uz.yagona.engine.model.IntermediateCatchEvent;
import uz.yagona.engine.model.IntermediateThrowEvent;
import uz.yagona.engine.model.JobTask;
import uz.yagona.engine.model.ParallelGateway;
import uz.yagona.engine.model.PlainTask;
import uz.yagona.engine.model.ProcessRoot;
import uz.yagona.engine.model.ReceiveTask;
import uz.yagona.engine.model.ScriptTask;
import uz.yagona.engine.model.SendTask;
import uz.yagona.engine.model.StartEvent;
import uz.yagona.engine.model.SubProcess;
import uz.yagona.engine.model.UserTask;
import uz.yagona.engine.state.ElementInstance;

/** Which behavior belongs to which kind of element. */
final class Behaviors {
  private final Map<Class<? extends Element>, Behavior<? extends Element>> byElement =
      new HashMap<>();
  private final MultiInstanceBehavior multiInstance;
  private final AdHocShellBehavior adHocShell;

  Behaviors(Execution execution) {
    multiInstance = new MultiInstanceBehavior(execution);
    adHocShell = new AdHocShellBehavior(execution);
    var scopes = new ScopeBehavior(execution);
    byElement.put(ProcessRoot.class, scopes);
    byElement.put(SubProcess.class, scopes);
    byElement.put(EventSubProcess.class, scopes);
    byElement.put(AdHocSubProcess.class, new AdHocSubProcessBehavior(execution));
    var passes = new PassBehavior(execution);
    byElement.put(StartEvent.class, passes);
    byElement.put(BoundaryEvent.class, passes);
    byElement.put(PlainTask.class, passes);
    byElement.put(ParallelGateway.class, passes);
    byElement.put(ExclusiveGateway.class, new ExclusiveGatewayBehavior(execution));
    byElement.put(InclusiveGateway.class, new InclusiveGatewayBehavior(execution));
    byElement.put(EventBasedGateway.class, new EventBasedGatewayBehavior(execution));
    var catches = new CatchBehavior(execution);
    byElement.put(IntermediateCatchEvent.class, catches);
    byElement.put(ReceiveTask.class, catches);
    var throwing = new ThrowBehavior(execution);
    byElement.put(IntermediateThrowEvent.class, throwing);
    byElement.put(EndEvent.class, throwing);
    byElement.put(SendTask.class, throwing);
    byElement.put(JobTask.class, new JobTaskBehavior(execution));
    byElement.put(UserTask.class, new UserTaskBehavior(execution));
    byElement.put(ScriptTask.class, new ScriptTaskBehavior(execution));
    byElement.put(DecisionTask.class, new DecisionTaskBehavior(execution));
    byElement.put(CallActivity.class, new CallActivityBehavior(execution));
  }

  @SuppressWarnings("unchecked")
  Behavior<Element> of(ElementInstance instance) {
    var behavior =
        instance.type() == ElementType.MULTI_INSTANCE_BODY
            ? multiInstance
            : instance.type() == ElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE
                ? adHocShell
                : byElement.get(instance.element().getClass());
    if (behavior == null) {
      throw new IllegalStateException(
          "Expected a behavior for element '%s'".formatted(instance.element().id()));
    }
    return (Behavior<Element>) behavior;
  }

  /** Gathers results of repetitions and ad-hoc activities, while their variables are there. */
  void collect(ElementInstance instance) {
    if (instance.isRepetition()) {
      multiInstance.collect(instance);
    } else if (instance.type() == ElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE) {
      adHocShell.collect(instance);
    }
  }
}
