package uz.yagona.engine.model;

/** A task or manual task: nothing to do for the engine, it is passed through. */
public record PlainTask(ElementTraits traits, ActivityTraits activity) implements Activity {}
