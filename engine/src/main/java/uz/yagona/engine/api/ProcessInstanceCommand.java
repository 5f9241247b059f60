package uz.yagona.engine.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands on whole process instances. */
public sealed interface ProcessInstanceCommand<R> extends Command<R> {

  /**
   * Starts a process instance and answers when it first rests.
   *
   * @param startElementIds start here instead of the none start event; may be empty
   * @param terminateAfterElementIds the instance is ended when one of these completes or ends
   */
  record CreateProcessInstance(
      ProcessReference process,
      Variables variables,
      Set<String> tags,
      @Nullable String businessId,
      List<String> startElementIds,
      List<String> terminateAfterElementIds)
      implements ProcessInstanceCommand<CreatedProcessInstance> {

    /** A plain start. */
    public static CreateProcessInstance of(ProcessReference process, Variables variables) {
      return new CreateProcessInstance(process, variables, Set.of(), null, List.of(), List.of());
    }
  }

  /**
   * Starts a process instance and answers when it has completed.
   *
   * <p>Rejected with INVALID_STATE when the instance is terminated. Cancel the future to stop
   * waiting; the instance goes on.
   *
   * @param fetchVariables names of the variables to answer with; empty means all
   */
  record CreateProcessInstanceWithResult(
      CreateProcessInstance creation, List<String> fetchVariables)
      implements ProcessInstanceCommand<ProcessInstanceResult> {}

  /** Terminates a root process instance and all instances it called. */
  record CancelProcessInstance(long processInstanceKey) implements ProcessInstanceCommand<Done> {}

  /** Moves the tokens of an instance: activates elements, terminates element instances. */
  record ModifyProcessInstance(
      long processInstanceKey,
      List<ActivateElement> activations,
      List<MoveElement> moves,
      List<TerminateElement> terminations)
      implements ProcessInstanceCommand<Done> {}

  /** Continues an instance in another version of its process, or another process. */
  record MigrateProcessInstance(
      long processInstanceKey, long targetProcessDefinitionKey, List<ElementMapping> mappings)
      implements ProcessInstanceCommand<Done> {}

  /** Resolves every active incident of the instance and of those it called. */
  record ResolveProcessInstanceIncidents(long processInstanceKey)
      implements ProcessInstanceCommand<Done> {}

  /** Removes the rows of a finished instance and of those it called. */
  record DeleteProcessInstance(long processInstanceKey) implements ProcessInstanceCommand<Done> {}

  /**
   * Which process is meant: by key, or by id with version; a version of -1 or {@code null} means
   * the latest.
   */
  record ProcessReference(
      @Nullable Long processDefinitionKey,
      @Nullable String processDefinitionId,
      @Nullable Integer version) {

    public static ProcessReference ofKey(long processDefinitionKey) {
      return new ProcessReference(processDefinitionKey, null, null);
    }

    public static ProcessReference latest(String processDefinitionId) {
      return new ProcessReference(null, processDefinitionId, null);
    }
  }

  /** The instance that was started. */
  record CreatedProcessInstance(
      long processInstanceKey,
      long processDefinitionKey,
      String processDefinitionId,
      int processDefinitionVersion,
      Set<String> tags,
      @Nullable String businessId) {}

  /** The completed instance with its variables. */
  record ProcessInstanceResult(CreatedProcessInstance instance, Variables variables) {}

  /**
   * @param ancestorElementInstanceKey where to activate when there are several instances of the
   *     scope; {@code null} or -1 when there is one, or none yet
   */
  record ActivateElement(
      String elementId,
      @Nullable Long ancestorElementInstanceKey,
      List<VariableInstruction> variables) {}

  /** Terminates one element instance, or all of an element; exactly one of the two is present. */
  record TerminateElement(@Nullable Long elementInstanceKey, @Nullable String elementId) {}

  /**
   * Terminates the sources and activates the target once for each.
   *
   * @param inferAncestor whether the source's own scope is taken as ancestor
   */
  record MoveElement(
      TerminateElement source,
      String targetElementId,
      @Nullable Long ancestorElementInstanceKey,
      boolean inferAncestor,
      List<VariableInstruction> variables) {}

  /**
   * @param scopeId element whose new instance gets the variables; {@code null} means the process
   */
  record VariableInstruction(@Nullable String scopeId, Variables variables) {}

  /** Active instances of the source element continue as the target element. */
  record ElementMapping(String sourceElementId, String targetElementId) {

    /** The mappings by source. */
    public static Map<String, String> bySource(List<ElementMapping> mappings) {
      var bySource = new java.util.HashMap<String, String>();
      for (var mapping : mappings) {
        bySource.put(mapping.sourceElementId(), mapping.targetElementId());
      }
      return bySource;
    }
  }
}
