package uz.yagona.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * Starts a process or sub-process.
 *
 * @param interrupting of an event sub-process only; else {@code true}
 */
public record StartEvent(
    ElementTraits traits,
    EventDefinition definition,
    boolean interrupting,
    @Nullable FormReference form)
    implements Event {}
