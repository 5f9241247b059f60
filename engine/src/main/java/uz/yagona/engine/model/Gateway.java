package uz.yagona.engine.model;

/** Splits or joins the flow. */
public sealed interface Gateway extends Element
    permits ExclusiveGateway, InclusiveGateway, ParallelGateway, EventBasedGateway {}
