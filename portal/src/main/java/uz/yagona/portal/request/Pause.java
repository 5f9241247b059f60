package uz.yagona.portal.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the clock stands because the applicant was asked.
 *
 * @param answeredAt when the applicant answered, {@code null} when not
 * @param endedAt when the clock went on, {@code null} while it stands
 */
public record Pause(
    UUID pauseId,
    UUID requestId,
    List<String> askedFields,
    Instant startedAt,
    Instant cureUntil,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt) {
  public Pause {
    askedFields = List.copyOf(askedFields);
  }

  public boolean isOpen() {
    return endedAt == null;
  }

  /** Length of an ended pause. */
  public Duration length() {
    if (endedAt == null) {
      throw new IllegalStateException("Expected an ended pause, but it is open");
    }
    return Duration.between(startedAt, endedAt);
  }
}
