package uz.yagona.engine.model;

/** A send task whose message the engine publishes itself. */
public record SendTask(
    ElementTraits traits, ActivityTraits activity, EventDefinition.PublishMessage message)
    implements Activity {}
