package uz.yagona.engine.model;

/** Waits for an event, or is the landing place of a link. */
public record IntermediateCatchEvent(ElementTraits traits, EventDefinition definition)
    implements Event {}
