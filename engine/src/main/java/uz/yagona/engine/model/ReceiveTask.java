package uz.yagona.engine.model;

/** Waits for a message. */
public record ReceiveTask(
    ElementTraits traits, ActivityTraits activity, EventDefinition.Message message)
    implements Activity {}
