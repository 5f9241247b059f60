package uz.yagona.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.Expression;

/**
 * A sub-process whose activities are started by choice.
 *
 * @param activeElements list of element ids to start; {@code null} if none starts by itself
 * @param cancelRemainingInstances whether a fulfilled condition ends what still runs
 * @param activatable what may be started, as the variable {@code adHocSubProcessElements} shows it
 * @param job the worker that decides; {@code null} when the model decides
 */
public record AdHocSubProcess(
    ElementTraits traits,
    ScopeTraits scope,
    ActivityTraits activity,
    @Nullable Expression activeElements,
    @Nullable Expression completionCondition,
    boolean cancelRemainingInstances,
    @Nullable String outputCollection,
    @Nullable Expression outputElement,
    List<Map<String, Object>> activatable,
    @Nullable JobDefinition job)
    implements Scope, Activity {}
