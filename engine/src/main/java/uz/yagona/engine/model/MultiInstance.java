package uz.yagona.engine.model;

import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.Expression;

/**
 * How an activity repeats over a collection.
 *
 * @param inputElement local variable of each repetition; {@code null} if it needs none
 * @param outputCollection variable that gathers the results; {@code null} if none is gathered
 * @param outputElement result of one repetition; present with {@code outputCollection} only
 * @param outputVariable variable that the output element reads: local to each repetition, so that
 *     results of neighbours stay apart; {@code null} if the output element is computed
 * @param completionCondition ends the repetitions early when true; {@code null} if all must run
 */
public record MultiInstance(
    boolean sequential,
    Expression inputCollection,
    @Nullable String inputElement,
    @Nullable String outputCollection,
    @Nullable Expression outputElement,
    @Nullable String outputVariable,
    @Nullable Expression completionCondition) {}
