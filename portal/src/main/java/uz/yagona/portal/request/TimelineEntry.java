package uz.yagona.portal.request;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a request.
 *
 * @param actor user name, or {@code system}
 * @param detail codes and dates, never personal values
 */
public record TimelineEntry(Instant at, EventKind kind, String actor, Map<String, String> detail) {
  public TimelineEntry {
    detail = Map.copyOf(detail);
  }
}
