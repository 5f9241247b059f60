package uz.yagona.engine.model;

/** An embedded sub-process. */
public record SubProcess(ElementTraits traits, ScopeTraits scope, ActivityTraits activity)
    implements Scope, Activity {}
