package uz.yagona.engine.model;

import uz.yagona.engine.feel.Expression;

/** Runs another process as part of this one. */
public record CallActivity(
    ElementTraits traits,
    ActivityTraits activity,
    Expression processId,
    Binding binding,
    boolean propagateAllParentVariables,
    boolean propagateAllChildVariables)
    implements Activity {}
