package uz.yagona.engine.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A timer whose time has come; without {@code processInstanceKey} it starts its process. */
public record DueTimer(
    long key,
    @Nullable Long processInstanceKey,
    long definitionKey,
    String elementId,
    Instant dueDate,
    int repetitions) {}
