package uz.yagona.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * Takes every outgoing flow whose condition holds, else the default flow; joins what can still
 * arrive.
 */
public record InclusiveGateway(ElementTraits traits, @Nullable SequenceFlow defaultFlow)
    implements Gateway {}
