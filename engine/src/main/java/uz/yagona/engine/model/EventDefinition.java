package uz.yagona.engine.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.Expression;

/** What an event catches or throws. */
public sealed interface EventDefinition {

  /** No event: a plain start, end or milestone. */
  record None() implements EventDefinition {}

  /**
   * A caught message.
   *
   * @param correlationKey {@code null} for the start event of a process only
   */
  record Message(Expression name, @Nullable Expression correlationKey) implements EventDefinition {}

  /** A message or other work thrown by a job worker. */
  record Job(JobDefinition job) implements EventDefinition {}

  /**
   * A message published by the engine.
   *
   * @param messageId rejects a second message with the same id while the first is buffered
   * @param timeToLive ISO duration of the buffering; {@code null} means no buffering
   */
  record PublishMessage(
      Expression name,
      Expression correlationKey,
      @Nullable Expression messageId,
      @Nullable Expression timeToLive)
      implements EventDefinition {}

  /** A point in time, a delay, or a cycle (ISO repeating interval or cron). */
  record Timer(Kind kind, Expression expression) implements EventDefinition {

    /** How the expression of a timer is read. */
    public enum Kind {
      DATE,
      DURATION,
      CYCLE
    }
  }

  /** A broadcast, caught or thrown. */
  record Signal(Expression name) implements EventDefinition {}

  /** A BPMN error; no {@code code} catches every error. */
  record BpmnError(@Nullable Expression code) implements EventDefinition {}

  /** An escalation; no {@code code} catches every escalation. */
  record Escalation(@Nullable Expression code) implements EventDefinition {}

  /** A jump inside one scope; {@code targetId} is the catching event, of a throwing one only. */
  record Link(String name, @Nullable String targetId) implements EventDefinition {}

  /** Ends everything in the scope. */
  record Terminate() implements EventDefinition {}

  /** Compensates {@code activityId}, or all finished activities of the scope if {@code null}. */
  record Compensation(@Nullable String activityId) implements EventDefinition {}

  /**
   * A condition over variables.
   *
   * @param variableNames variables that the condition reads: their changes are looked at
   * @param changes the changes looked at; empty means all
   */
  record Conditional(Expression condition, Set<String> variableNames, Set<Change> changes)
      implements EventDefinition {

    /** A change of a variable. */
    public enum Change {
      CREATE,
      UPDATE
    }

    /** Whether a change of {@code variable} can fulfil the condition. */
    public boolean watches(String variable, Change change) {
      return variableNames.contains(variable) && (changes.isEmpty() || changes.contains(change));
    }
  }
}
