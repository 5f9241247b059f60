package uz.yagona.engine.model;

import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.Expression;

/** A sequence flow; {@code condition} is {@code null} when it is always taken. */
public record SequenceFlow(
    String id,
    @Nullable String name,
    String sourceId,
    String targetId,
    @Nullable Expression condition) {}
