package uz.yagona.engine.api;

import java.util.List;

/** Commands on element instances, their variables and incidents. */
public sealed interface ElementCommand<R> extends Command<R> {

  /**
   * Sets variables in the scope, or where they are found upwards from it.
   *
   * @param elementInstanceKey key of an element instance or process instance
   * @param local whether they are set in exactly this scope
   */
  record SetVariables(long elementInstanceKey, Variables variables, boolean local)
      implements ElementCommand<Done> {}

  /** Tries again what raised the incident; INVALID_STATE when its job has no retries. */
  record ResolveIncident(long incidentKey) implements ElementCommand<Done> {}

  /** Starts activities of an active ad-hoc sub-process. */
  record ActivateAdHocActivities(
      long adHocSubProcessInstanceKey,
      List<JobCommand.AdHocActivation> activations,
      boolean cancelRemainingInstances)
      implements ElementCommand<Done> {}
}
