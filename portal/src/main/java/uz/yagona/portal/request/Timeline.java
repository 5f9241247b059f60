package uz.yagona.portal.request;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.portal.clock.PortalClock;

/** What happened to a request, in the order in which it happened. */
@Service
public class Timeline {
  /** Actor of what no person did. */
  public static final String SYSTEM = "system";

  private final EventRepository events;
  private final PortalClock clock;

  Timeline(EventRepository events, PortalClock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** Adds an entry; details hold codes and dates, never personal values. */
  @Transactional
  public void add(UUID requestId, EventKind kind, String actor, Map<String, String> detail) {
    events.insert(requestId, new TimelineEntry(clock.instant(), kind, actor, detail), null);
  }

  /** As {@link #add}, once for the same {@code key}. */
  @Transactional
  void addOnce(UUID requestId, EventKind kind, Map<String, String> detail, String key) {
    events.insert(requestId, new TimelineEntry(clock.instant(), kind, SYSTEM, detail), key);
  }

  @Transactional(readOnly = true)
  public List<TimelineEntry> of(UUID requestId) {
    return events.find(requestId);
  }
}
