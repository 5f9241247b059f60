package uz.yagona.engine.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch has written that others have to know of.
 *
 * @param jobs made or changed
 * @param nextTimer earliest due date among new timers; {@code null} if there are none
 * @param nextRetry earliest end of a back-off
 * @param nextExpiry earliest end of a message's time-to-live
 * @param rows inserted, updated or deleted
 * @param incidents error types of those that were raised
 */
public record Written(
    List<JobRow> jobs,
    @Nullable Instant nextTimer,
    @Nullable Instant nextRetry,
    @Nullable Instant nextExpiry,
    int rows,
    List<String> incidents) {}
