package uz.yagona.portal.outbox;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that the engine must get.
 *
 * @param messageId makes the engine take it at most once per correlation key while it is kept
 * @param timeToLive how long the engine keeps it for somebody who waits later
 */
public record OutboxMessage(
    String name,
    String correlationKey,
    String messageId,
    Map<String, @Nullable Object> variables,
    Duration timeToLive) {}
