package uz.yagona.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every scope has. */
public record ScopeTraits(
    List<String> children,
    List<EventSubProcess> eventSubProcesses,
    List<StartEvent> startEvents,
    @Nullable StartEvent noneStart) {}
