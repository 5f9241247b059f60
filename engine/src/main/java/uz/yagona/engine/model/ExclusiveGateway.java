package uz.yagona.engine.model;

import org.jspecify.annotations.Nullable;

/** Takes the first outgoing flow whose condition holds, else the default flow. */
public record ExclusiveGateway(ElementTraits traits, @Nullable SequenceFlow defaultFlow)
    implements Gateway {}
