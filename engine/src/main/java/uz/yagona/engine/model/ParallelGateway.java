package uz.yagona.engine.model;

/** Joins all incoming flows, then takes all outgoing ones. */
public record ParallelGateway(ElementTraits traits) implements Gateway {}
