package uz.yagona.engine.model;

/** Throws an event and goes on. */
public record IntermediateThrowEvent(ElementTraits traits, EventDefinition definition)
    implements Event {}
