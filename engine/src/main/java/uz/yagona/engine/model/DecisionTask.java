package uz.yagona.engine.model;

import uz.yagona.engine.feel.Expression;

/** A business-rule task that evaluates a DMN decision into a variable. */
public record DecisionTask(
    ElementTraits traits,
    ActivityTraits activity,
    Expression decisionId,
    Binding binding,
    String resultVariable)
    implements Activity {}
