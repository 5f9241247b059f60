package uz.yagona.engine.model;

/** Catches an event while its activity is active. */
public record BoundaryEvent(
    ElementTraits traits, EventDefinition definition, String attachedToId, boolean interrupting)
    implements Event {}
