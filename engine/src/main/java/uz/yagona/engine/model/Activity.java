package uz.yagona.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task, sub-process or call activity: can repeat, be interrupted and be compensated. */
public sealed interface Activity extends Element
    permits SubProcess,
        AdHocSubProcess,
        CallActivity,
        DecisionTask,
        JobTask,
        PlainTask,
        ReceiveTask,
        ScriptTask,
        SendTask,
        UserTask {

  ActivityTraits activity();

  /** Boundary events that catch; the compensation boundary event is not among them. */
  default List<BoundaryEvent> boundaryEvents() {
    return activity().boundaryEvents();
  }

  /** How the activity repeats; {@code null} if it runs once. */
  default @Nullable MultiInstance multiInstance() {
    return activity().multiInstance();
  }

  /** Id of the activity that undoes this one; {@code null} if there is none. */
  default @Nullable String compensationHandlerId() {
    return activity().compensationHandlerId();
  }

  /** Whether the activity runs only to compensate another. */
  default boolean isForCompensation() {
    return activity().forCompensation();
  }
}
