package uz.yagona.engine.model;

/** Something that happens: caught or thrown, by its definition. */
public sealed interface Event extends Element
    permits StartEvent, EndEvent, IntermediateCatchEvent, IntermediateThrowEvent, BoundaryEvent {

  EventDefinition definition();
}
