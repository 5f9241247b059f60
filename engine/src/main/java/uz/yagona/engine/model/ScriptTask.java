package uz.yagona.engine.model;

import uz.yagona.engine.feel.Expression;

/** Evaluates an expression into a variable. */
public record ScriptTask(
    ElementTraits traits, ActivityTraits activity, Expression expression, String resultVariable)
    implements Activity {}
