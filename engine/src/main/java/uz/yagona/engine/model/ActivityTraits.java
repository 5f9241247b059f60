package uz.yagona.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every activity has.
 *
 * @param compensationEventId id of the compensation boundary event; {@code null} if there is none
 * @param compensationHandlerId id of the activity that undoes this one
 */
public record ActivityTraits(
    List<BoundaryEvent> boundaryEvents,
    @Nullable MultiInstance multiInstance,
    @Nullable String compensationEventId,
    @Nullable String compensationHandlerId,
    boolean forCompensation) {}
