package uz.yagona.engine.model;

/** Waits for the first of the events its outgoing flows lead to. */
public record EventBasedGateway(ElementTraits traits) implements Gateway {}
