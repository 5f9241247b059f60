package uz.yagona.engine.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.DecisionCommand.EvaluatedDecision;

/** History: one decision of an evaluation. */
public final class DecisionRow extends Row {
  private final int index;
  private final @Nullable String failure;
  private final Instant date;
  private final EvaluatedDecision decision;
  private final Requirements requirements;
  private final long rootDecisionKey;
  private final @Nullable ElementInstance element;

  /** The DMN file that the decision is from. */
  public record Requirements(long key, String id) {}

  /**
   * @param evaluationKey shared by all decisions of the evaluation
   * @param index of the decision, from 1
   */
  public DecisionRow(
      long evaluationKey,
      int index,
      @Nullable String failure,
      Instant date,
      EvaluatedDecision decision,
      Origin origin) {
    super(evaluationKey);
    this.index = index;
    this.failure = failure;
    this.date = date;
    this.decision = decision;
    requirements = origin.requirements();
    rootDecisionKey = origin.rootDecisionKey();
    element = origin.element();
  }

  /**
   * What the decisions of one evaluation have in common.
   *
   * @param element the task that asked; {@code null} when a client did
   */
  public record Origin(
      Requirements requirements, long rootDecisionKey, @Nullable ElementInstance element) {}

  int index() {
    return index;
  }

  @Nullable String failure() {
    return failure;
  }

  Instant date() {
    return date;
  }

  EvaluatedDecision decision() {
    return decision;
  }

  Requirements requirements() {
    return requirements;
  }

  long rootDecisionKey() {
    return rootDecisionKey;
  }

  @Nullable ElementInstance element() {
    return element;
  }

  @Nullable ProcessInstance process() {
    return element == null ? null : element.process();
  }
}
