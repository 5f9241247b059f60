package uz.yagona.engine.model;

/** Ends one path of its scope. */
public record EndEvent(ElementTraits traits, EventDefinition definition) implements Event {}
